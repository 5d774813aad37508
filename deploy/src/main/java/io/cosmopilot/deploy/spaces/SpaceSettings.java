package io.cosmopilot.deploy.spaces;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How spaces are made.
 *
 * @param namespacePrefix put before a space's name to name its namespace
 * @param repairInterval how often spaces are made as they should be, whoever changed them
 * @param reserved names that nobody gets, besides those that Kubernetes and the platform need
 */
@ConfigurationProperties("cosmopilot.spaces")
record SpaceSettings(
        @DefaultValue("") String namespacePrefix,
        @DefaultValue("10m") Duration repairInterval,
        @DefaultValue List<String> reserved) {
    SpaceSettings {
        reserved = List.copyOf(reserved);
        if (!namespacePrefix.matches("([a-z][a-z0-9-]{0,19})?")) {
            throw new IllegalArgumentException(
                    "cosmopilot.spaces.namespace-prefix must be at most 20 lower case letters, digits and hyphens that begin with a letter: "
                            + namespacePrefix);
        }
    }
}
