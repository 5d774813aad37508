package io.cosmopilot.deploy;

import java.util.Map;

/**
 * What a person wants to run.
 *
 * @param application its name in the space, a DNS label; becomes the template's {@code APP_NAME}
 * @param space where
 * @param template name in the catalogue
 * @param values of the template's variables, by name
 */
public record Order(String application, String space, String template, Map<String, String> values) {
    public Order {
        values = Map.copyOf(values);
    }
}
