package io.cosmopilot.deploy.sandbox.store;

import java.util.Comparator;

import tools.jackson.databind.JsonNode;

/** Where an object is kept; the namespace of a cluster-wide object is empty. */
public record Key(Kind kind, String namespace, String name) implements Comparable<Key> {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::namespace)
            .thenComparing(Key::name)
            .thenComparing(key -> key.kind().qualified());

    public static Key of(Kind kind, JsonNode object) {
        return new Key(kind, kind.namespaced() ? Meta.namespace(object) : "", Meta.name(object));
    }

    /** The key of a cluster-wide object. */
    public static Key of(Kind kind, String name) {
        return new Key(kind, "", name);
    }

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}
