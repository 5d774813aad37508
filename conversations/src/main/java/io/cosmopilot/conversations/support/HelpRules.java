package io.cosmopilot.conversations.support;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.cosmopilot.conversations.Desk.Mode;

/**
 * How long a person waits for another one.
 *
 * @param raise after how much waiting nobody having taken over is told to the person, and the agents are called again
 * @param answer after how much silence whoever took over is reminded of what they were asked
 * @param release after how much silence the person waits for anybody again
 */
@ConfigurationProperties("cosmopilot.help")
record HelpRules(
        @DefaultValue({"15m", "4h", "1d"}) List<Duration> raise,
        @DefaultValue("10m") Duration answer,
        @DefaultValue("30m") Duration release) {

    HelpRules {
        raise = List.copyOf(raise);
        Duration last = Duration.ZERO;
        for (Duration next : raise) {
            if (next.compareTo(last) <= 0) {
                throw new IllegalArgumentException(
                        "cosmopilot.help.raise: each is later than the one before: " + raise);
            }
            last = next;
        }
        if (raise.isEmpty() || !answer.isPositive() || release.compareTo(answer) <= 0) {
            throw new IllegalArgumentException(
                    "cosmopilot.help: at least one time to raise (" + raise + "), and release (" + release
                            + ") later than answer (" + answer + "), and that later than nothing");
        }
    }

    /** Within which time a person is to be answered who waits for anybody, or for the agent who took over. */
    Duration within(Mode mode) {
        return mode == Mode.WAITING ? raise.getFirst() : answer;
    }
}
