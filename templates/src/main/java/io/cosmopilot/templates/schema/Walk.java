package io.cosmopilot.templates.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.cosmopilot.templates.Complaint.Place;
import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.schema.Shape.Leaf;
import io.cosmopilot.templates.schema.Shape.ListOf;
import io.cosmopilot.templates.schema.Shape.MapOf;
import io.cosmopilot.templates.schema.Shape.Structure;
import io.cosmopilot.templates.values.Spelling;
import io.cosmopilot.templates.yaml.Excerpt;
import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.Mapping.Field;
import io.cosmopilot.templates.yaml.Node;
import io.cosmopilot.templates.yaml.Scalar;
import io.cosmopilot.templates.yaml.Sequence;

/** Goes through an object and its structure side by side. */
final class Walk {

    private final Findings findings;

    Walk(Findings findings) {
        this.findings = findings;
    }

    Mapping structure(Mapping mapping, Structure structure, Path path) {
        var shapes = Model.fields(structure);
        var fields = new LinkedHashMap<String, Field>();
        mapping.fields().forEach((name, field) -> {
            var shape = shapes.get(name);
            if (shape == null) {
                unknown(name, field.place(), shapes, path);
            } else {
                fields.put(name, new Field(field.place(), node(field.value(), shape, path.field(name))));
                words(structure, name, field.value(), path.field(name));
            }
        });
        required(mapping, structure, path);
        return new Mapping(fields, mapping.place());
    }

    private Node node(Node node, Shape shape, Path path) {
        if (node instanceof Scalar scalar && scalar.value() == null) {
            return scalar;
        }
        return switch (shape) {
            case Structure structure ->
                node instanceof Mapping mapping ? structure(mapping, structure, path) : wrong(node, "object", path);
            case MapOf map -> node instanceof Mapping mapping ? map(mapping, map, path) : wrong(node, "object", path);
            case ListOf list -> node instanceof Sequence items ? list(items, list, path) : wrong(node, "list", path);
            case Leaf leaf -> leaf(node, leaf, path);
        };
    }

    private Mapping map(Mapping mapping, MapOf shape, Path path) {
        var fields = new LinkedHashMap<String, Field>();
        mapping.fields()
                .forEach((name, field) ->
                        fields.put(name, new Field(field.place(), value(field.value(), shape, path.field(name)))));
        return new Mapping(fields, mapping.place());
    }

    /** A key without a value is an empty text wherever keys are free, as in a ConfigMap. */
    private Node value(Node node, MapOf shape, Path path) {
        boolean empty = shape.value() == Leaf.TEXT && node instanceof Scalar scalar && scalar.value() == null;
        return empty ? Scalar.of("", node.place()) : node(node, shape.value(), path);
    }

    private Sequence list(Sequence sequence, ListOf shape, Path path) {
        var items = new ArrayList<Node>();
        for (var item : sequence.items()) {
            items.add(node(item, shape.item(), path.item(items.size())));
        }
        return new Sequence(items, sequence.place());
    }

    private Node leaf(Node node, Leaf leaf, Path path) {
        if (leaf == Leaf.ANYTHING) {
            return node;
        }
        return node instanceof Scalar scalar
                ? Leaves.fit(scalar, leaf).<Node>map(fitting -> fitting).orElseGet(() -> wrong(scalar, key(leaf), path))
                : wrong(node, key(leaf), path);
    }

    private static String key(Leaf leaf) {
        return leaf.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Node wrong(Node node, String wanted, Path path) {
        var written = node instanceof Scalar scalar && scalar.origin() != Scalar.Origin.SECRET
                ? Excerpt.of(scalar.text())
                : "…";
        findings.complain(node.place(), "templates.type." + wanted, path.toString(), written);
        return node;
    }

    private void unknown(String name, Place place, Map<String, Shape> shapes, Path path) {
        var where = path.field(Excerpt.of(name)).toString();
        Spelling.nearest(name, shapes.keySet())
                .ifPresentOrElse(
                        nearest -> findings.complain(place, "templates.field.misspelt", where, nearest),
                        () -> findings.complain(place, "templates.field.unknown", where));
    }

    private void required(Mapping mapping, Structure structure, Path path) {
        for (var name : Rules.required(structure.name())) {
            if (mapping.lacks(name)) {
                findings.complain(
                        mapping.place(),
                        "templates.field.missing",
                        path.field(name).toString());
            }
        }
    }

    private void words(Structure structure, String name, Node node, Path path) {
        var words = Rules.words(structure.name(), name);
        switch (node) {
            case Sequence sequence -> sequence.items().forEach(item -> words(structure, name, item, path));
            case Scalar scalar -> {
                if (!words.isEmpty() && scalar.value() != null && !words.contains(scalar.text())) {
                    var allowed = String.join(", ", words.stream().sorted().toList());
                    findings.complain(
                            scalar.place(),
                            "templates.field.word",
                            path.toString(),
                            Excerpt.of(scalar.text()),
                            allowed);
                }
            }
            case Mapping mapping -> {}
        }
    }
}
