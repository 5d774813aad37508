package io.cosmopilot.deploy.registry;

import java.util.Locale;
import java.util.Map;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the registry answers; asking to be let in is an answer. */
final class RegistryHealth extends AbstractHealthIndicator {

    private static final int UNAUTHORIZED = 401;

    private final RegistrySettings settings;
    private final RegistryHttp http;

    RegistryHealth(RegistrySettings settings, RegistryHttp http) {
        super("the registry does not answer");
        this.settings = settings;
        this.http = http;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.withDetail("registry", settings.kind().name().toLowerCase(Locale.ROOT));
        if (!settings.real()) {
            health.up();
            return;
        }
        health.withDetail("address", settings.address());
        var answer = http.get("/v2/", Map.of());
        if (answer.status() != UNAUTHORIZED) {
            answer.good();
        }
        health.up();
    }
}
