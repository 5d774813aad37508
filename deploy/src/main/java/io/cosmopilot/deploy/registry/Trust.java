package io.cosmopilot.deploy.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.RegistryTrust;

/** The registry as it is configured. */
@Component
class Trust implements RegistryTrust {

    private final RegistrySettings settings;

    Trust(RegistrySettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean real() {
        return settings.real();
    }

    @Override
    public String address() {
        return settings.address();
    }

    @Override
    public Optional<String> authority() {
        return Optional.ofNullable(settings.caFile()).map(file -> {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cosmopilot.registry.ca-file cannot be read: " + file, e);
            }
        });
    }
}
