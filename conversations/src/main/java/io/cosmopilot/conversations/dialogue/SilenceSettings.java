package io.cosmopilot.conversations.dialogue;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a question stays open.
 *
 * @param remind after how much silence a person is reminded, once
 * @param park after how much silence it is put aside until they ask for it
 */
@ConfigurationProperties("cosmopilot.silence")
record SilenceSettings(
        @DefaultValue("PT30M") Duration remind,
        @DefaultValue("P1D") Duration park) {
    SilenceSettings {
        if (remind.isNegative() || remind.isZero() || park.compareTo(remind) <= 0) {
            throw new IllegalArgumentException(
                    "cosmopilot.silence.park must be longer than cosmopilot.silence.remind, and that longer than nothing: "
                            + park + ", " + remind);
        }
    }
}
