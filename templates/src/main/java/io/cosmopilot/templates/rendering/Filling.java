package io.cosmopilot.templates.rendering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.templates.Variable;
import io.cosmopilot.templates.VariableType;
import io.cosmopilot.templates.reading.Places;
import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.yaml.Excerpt;
import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.Mapping.Field;
import io.cosmopilot.templates.yaml.Node;
import io.cosmopilot.templates.yaml.Scalar;
import io.cosmopilot.templates.yaml.Scalar.Origin;
import io.cosmopilot.templates.yaml.Sequence;

/** Puts values into the leaves of documents; the shape of a document is as the template wrote it. */
final class Filling {

    /** Kubernetes stores no object larger than about this. */
    private static final int LARGEST = 1024 * 1024;

    private final Places places;
    private final Map<String, Variable> variables;
    private final Map<String, String> values;
    private final Findings findings;
    private int filled;

    Filling(Places places, Map<String, Variable> variables, Map<String, String> values, Findings findings) {
        this.places = places;
        this.variables = variables;
        this.values = values;
        this.findings = findings;
    }

    Mapping fill(Mapping mapping) {
        var fields = new LinkedHashMap<String, Field>();
        mapping.fields().forEach((key, field) -> {
            var name = places.in(key) ? places.fill(key, this::value) : key;
            if (fields.containsKey(name)) {
                findings.complain(field.place(), "templates.yaml.duplicate-key", Excerpt.of(name));
            }
            fields.put(name, new Field(field.place(), fill(field.value())));
        });
        return new Mapping(fields, mapping.place());
    }

    private Node fill(Node node) {
        return switch (node) {
            case Mapping mapping -> fill(mapping);
            case Sequence sequence ->
                new Sequence(sequence.items().stream().map(this::fill).toList(), sequence.place());
            case Scalar scalar -> places.in(scalar.text()) ? fill(scalar) : scalar;
        };
    }

    private Scalar fill(Scalar scalar) {
        var whole = places.whole(scalar.text());
        if (whole.isPresent() && scalar.origin() == Origin.PLAIN) {
            return alone(scalar, variable(whole.get()));
        }
        var text = bounded(scalar, places.fill(scalar.text(), this::value));
        boolean secret = places.names(scalar.text()).stream().anyMatch(name -> isSecret(variable(name)));
        return new Scalar(text, secret ? Origin.SECRET : Origin.QUOTED, scalar.place());
    }

    private Scalar alone(Scalar scalar, Variable variable) {
        var text = bounded(scalar, value(variable.name()));
        var origin = isSecret(variable) ? Origin.SECRET : Origin.FILLED;
        return new Scalar(typed(variable.type(), text), origin, scalar.place());
    }

    /** Nothing given for something optional is an absent field, so that the cluster's own default holds. */
    private static @Nullable Object typed(VariableType type, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case INTEGER, PORT -> Integer.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            default -> text;
        };
    }

    private String bounded(Scalar scalar, String text) {
        filled += text.length();
        if (filled > LARGEST) {
            findings.complain(scalar.place(), "templates.too-large", Integer.toString(LARGEST / 1024));
            return "";
        }
        return text;
    }

    private String value(String name) {
        return filled > LARGEST ? "" : values.getOrDefault(name, "");
    }

    private Variable variable(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    private static boolean isSecret(Variable variable) {
        return variable.type() == VariableType.SECRET;
    }
}
