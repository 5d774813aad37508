package io.cosmopilot.deploy;

import java.util.List;
import java.util.Map;

/**
 * What a person wants to run.
 *
 * @param application its name in the space, a DNS label; becomes a template's {@code APP_NAME}
 * @param space where
 * @param source what it begins with
 * @param adjustments what shall be different, made one after the other
 */
public record Order(String application, String space, Source source, List<Adjustment> adjustments) {
    public Order {
        adjustments = List.copyOf(adjustments);
    }

    /** A template of the catalogue as it is, with these values of its variables. */
    public Order(String application, String space, String template, Map<String, String> values) {
        this(application, space, new Source.Template(template, values), List.of());
    }

    /** The values of the variables; empty where there are none. */
    public Map<String, String> values() {
        return switch (source) {
            case Source.Template template -> template.values();
            case Source.Yaml yaml -> yaml.values();
            case Source.Image image -> Map.of();
            case Source.Earlier earlier -> Map.of();
            case Source.Nothing nothing -> Map.of();
        };
    }
}
