package io.cosmopilot.deploy.sandbox.apply;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** The fields that somebody manages, convertible to and from FieldsV1. */
record FieldSet(NavigableSet<FieldPath> paths) {

    static final FieldSet NOTHING = new FieldSet(Collections.emptyNavigableSet());

    FieldSet {
        paths = Collections.unmodifiableNavigableSet(new TreeSet<>(paths));
    }

    private static FieldSet of(Stream<FieldPath> paths) {
        return new FieldSet(paths.collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Every field that an object sets. */
    static FieldSet of(JsonNode object) {
        TreeSet<FieldPath> paths = new TreeSet<>();
        collect(FieldPath.ROOT, object, paths);
        return new FieldSet(paths);
    }

    private static void collect(FieldPath path, JsonNode node, Collection<FieldPath> into) {
        Shape shape = node.isArray() ? Shape.ofList(path) : Shape.ofObject(path);
        if (node.isEmpty() || shape instanceof Shape.Atomic) {
            into.add(path);
        } else if (node.isObject()) {
            node.properties().forEach(field -> collect(path.field(field.getKey()), field.getValue(), into));
        } else {
            collectItems(path, node, shape, into);
        }
    }

    private static void collectItems(FieldPath path, JsonNode list, Shape shape, Collection<FieldPath> into) {
        for (JsonNode item : list) {
            if (shape instanceof Shape.Keyed keyed) {
                ListKey.of(item, keyed.keys()).map(path::item).ifPresent(itemPath -> {
                    into.add(itemPath);
                    collect(itemPath, item, into);
                });
            } else {
                into.add(path.member(item));
            }
        }
    }

    static FieldSet fromFieldsV1(JsonNode trie) {
        TreeSet<FieldPath> paths = new TreeSet<>();
        read(FieldPath.ROOT, trie, paths);
        return new FieldSet(paths);
    }

    private static void read(FieldPath path, JsonNode trie, Collection<FieldPath> into) {
        trie.properties().forEach(entry -> {
            if (entry.getKey().equals(".")) {
                into.add(path);
            } else if (entry.getValue().isEmpty()) {
                into.add(path.step(entry.getKey()));
            } else {
                read(path.step(entry.getKey()), entry.getValue(), into);
            }
        });
    }

    ObjectNode toFieldsV1() {
        ObjectNode trie = Meta.object();
        for (FieldPath path : paths) {
            ObjectNode node = trie;
            for (String step : path.steps()) {
                node = node.withObjectProperty(step);
            }
            if (hasMembersBelow(path)) {
                node.putObject(".");
            }
        }
        return trie;
    }

    private boolean hasMembersBelow(FieldPath path) {
        FieldPath next = paths.higher(path);
        return next != null
                && next.steps().size() > path.steps().size()
                && next.steps().subList(0, path.steps().size()).equals(path.steps());
    }

    boolean contains(FieldPath path) {
        return paths.contains(path);
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    FieldSet and(FieldSet other) {
        return of(Stream.concat(paths.stream(), other.paths.stream()));
    }

    FieldSet without(FieldSet other) {
        return only(path -> !other.contains(path));
    }

    FieldSet only(Predicate<FieldPath> wanted) {
        return of(paths.stream().filter(wanted));
    }

    /** With every object and list item on the way to a field. */
    FieldSet withAncestors() {
        return of(paths.stream().flatMap(FieldPath::withAncestors));
    }
}
