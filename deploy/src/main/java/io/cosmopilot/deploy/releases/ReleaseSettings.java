package io.cosmopilot.deploy.releases;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient releases are.
 *
 * @param deadline after which a release that is neither healthy nor explained has failed
 * @param lookInterval how often the caches are looked at while releases roll out
 * @param progressInterval how often progress is told at most
 */
@ConfigurationProperties("cosmopilot.releases")
record ReleaseSettings(
        @DefaultValue("10m") Duration deadline,
        @DefaultValue("500ms") Duration lookInterval,
        @DefaultValue("2s") Duration progressInterval) {

    ReleaseSettings {
        positive("deadline", deadline);
        positive("look-interval", lookInterval);
        positive("progress-interval", progressInterval);
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("cosmopilot.releases." + key + " must be longer than nothing: " + value);
        }
    }
}
