package io.cosmopilot.deploy.spaces;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How spaces are made.
 *
 * @param namespacePrefix put before a space's name to name its namespace
 * @param reserved names that nobody gets, besides those that Kubernetes and the platform need
 */
@ConfigurationProperties("cosmopilot.spaces")
record SpaceSettings(
        @DefaultValue("") String namespacePrefix,
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
