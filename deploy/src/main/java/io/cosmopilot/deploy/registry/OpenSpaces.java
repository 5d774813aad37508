package io.cosmopilot.deploy.registry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.deploy.Quota;

/** The registry's half of a space. */
@Component
public class OpenSpaces {

    private static final int GI = 30;

    private final Registry registry;
    private final RegistrySettings settings;

    OpenSpaces(Registry registry, RegistrySettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /** Opens a space for its owner, or grants another size to one that is open. */
    public void open(String space, String owner, Quota quota) {
        registry.open(space, owner, (long) quota.storageGi() << GI);
    }

    /** What a build pushes with, for as long as it may take. */
    public Robots.Credential pusher(String space, Duration lifetime) {
        return registry.pusher(space, lifetime);
    }

    /** How the space's applications pull, in the form of a {@code .dockerconfigjson}; empty without a registry. */
    public Optional<String> pullConfiguration(String space) {
        if (!settings.real()) {
            return Optional.empty();
        }
        var robot = registry.puller(space);
        var both = robot.username() + ":" + robot.password();
        var login = Map.of(
                "username", robot.username(),
                "password", robot.password(),
                "auth", Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        return Optional.of(JsonMapper.shared().writeValueAsString(Map.of("auths", Map.of(settings.address(), login))));
    }
}
