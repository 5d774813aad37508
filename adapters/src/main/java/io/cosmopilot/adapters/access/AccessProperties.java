package io.cosmopilot.adapters.access;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long somebody stays signed in, and who may show the pages.
 *
 * @param sessionIdle a session ends when it was not used for so long
 * @param tokenLifetime of the tokens of the widget and of scripts
 * @param frameAncestors sources of the Content-Security-Policy that may embed the pages
 * @param oidc the portal’s own issuer, or null when all accounts are built in
 */
@ConfigurationProperties("cosmopilot.access")
public record AccessProperties(
        @DefaultValue("7d") Duration sessionIdle,
        @DefaultValue("10m") Duration tokenLifetime,
        @DefaultValue("'self'") String frameAncestors,
        @Nullable IssuerProperties oidc) {

    public AccessProperties {
        positive("session-idle", sessionIdle);
        positive("token-lifetime", tokenLifetime);
        if (frameAncestors.isBlank() || frameAncestors.contains(";")) {
            throw new IllegalArgumentException(
                    "cosmopilot.access.frame-ancestors is a list of sources, such as 'self' https://portal.example.com");
        }
    }

    private static void positive(String key, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(
                    "cosmopilot.access." + key + " must be longer than nothing, such as 10m");
        }
    }
}
