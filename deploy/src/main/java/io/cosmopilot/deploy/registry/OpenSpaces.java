package io.cosmopilot.deploy.registry;

import java.nio.charset.StandardCharsets;
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
    private final Robots robots;
    private final RegistrySettings settings;

    OpenSpaces(Registry registry, Robots robots, RegistrySettings settings) {
        this.registry = registry;
        this.robots = robots;
        this.settings = settings;
    }

    /** Opens a space for its owner, or grants another size to one that is open. */
    public void open(String space, String owner, Quota quota) {
        registry.open(space, owner, (long) quota.storageGi() << GI);
    }

    /** How the space's applications pull, in the form of a {@code .dockerconfigjson}; empty without a registry. */
    public Optional<String> pullConfiguration(String space) {
        if (!settings.real()) {
            return Optional.empty();
        }
        var robot = robots.pulling(space);
        var both = robot.username() + ":" + robot.password();
        var login = Map.of(
                "username", robot.username(),
                "password", robot.password(),
                "auth", Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        return Optional.of(JsonMapper.shared().writeValueAsString(Map.of("auths", Map.of(settings.address(), login))));
    }
}
