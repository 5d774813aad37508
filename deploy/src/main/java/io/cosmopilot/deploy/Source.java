package io.cosmopilot.deploy;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.templates.Variable;

/** What a release begins with, before it is adjusted. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Source.Template.class, name = "template"),
    @JsonSubTypes.Type(value = Source.Image.class, name = "image"),
    @JsonSubTypes.Type(value = Source.Yaml.class, name = "yaml"),
    @JsonSubTypes.Type(value = Source.Earlier.class, name = "earlier"),
    @JsonSubTypes.Type(value = Source.Nothing.class, name = "nothing")
})
public sealed interface Source {

    /**
     * A template of the catalogue.
     *
     * @param values of its variables, by name
     */
    record Template(String name, Map<String, String> values) implements Source {
        public Template {
            values = Map.copyOf(values);
        }
    }

    /**
     * An image: a Deployment, and a Service when a port is known, with the defaults of the platform.
     *
     * @param reference with its tag, such as {@code registry.example.com/kstore/shop:1.2}
     * @param port that the program listens on, or null when it serves nobody
     */
    record Image(String reference, @Nullable Integer port) implements Source {}

    /**
     * Kubernetes YAML as a person wrote it, with or without places.
     *
     * @param values of its variables, by name
     * @param declared the variables that its author has described
     */
    record Yaml(String text, Map<String, String> values, List<Variable> declared) implements Source {
        public Yaml {
            values = Map.copyOf(values);
            declared = List.copyOf(declared);
        }

        public Yaml(String text, Map<String, String> values) {
            this(text, values, List.of());
        }
    }

    /** The objects of an earlier release of the same application, exactly as they were. */
    record Earlier(String release) implements Source {}

    /**
     * Nothing: the application is removed.
     *
     * @param volumes whether its volumes go too; otherwise they are kept, and an application of the same name finds
     *     them again
     */
    record Nothing(boolean volumes) implements Source {}
}
