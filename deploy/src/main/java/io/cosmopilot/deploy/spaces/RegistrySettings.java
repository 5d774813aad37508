package io.cosmopilot.deploy.spaces;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where images are kept.
 *
 * @param address host and optional port, as it stands at the beginning of image references
 */
@ConfigurationProperties("cosmopilot.registry")
record RegistrySettings(
        @DefaultValue("registry.localhost:5000") String address) {
    RegistrySettings {
        if (!address.matches("[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?")) {
            throw new IllegalArgumentException(
                    "cosmopilot.registry.address must be a host with an optional port, such as registry.example.com:5000: "
                            + address);
        }
    }
}
