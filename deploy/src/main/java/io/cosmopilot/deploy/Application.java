package io.cosmopilot.deploy;

import java.util.List;

/**
 * An application as it runs.
 *
 * @param addresses where it can be reached, best first: {@code http://…} for domains, {@code host:port} inside
 * @param problems what is wrong with it now
 */
public record Application(
        String name,
        String space,
        String template,
        Health health,
        List<Component> components,
        List<Integer> ports,
        List<String> addresses,
        int restarts,
        List<Problem> problems) {}
