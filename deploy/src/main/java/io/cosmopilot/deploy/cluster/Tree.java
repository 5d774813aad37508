package io.cosmopilot.deploy.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A Kubernetes object as plain data, reached by the names of its fields. */
public record Tree(Map<String, @Nullable Object> root) {

    /** A copy that can be changed, down to the last leaf. */
    public static Tree copyOf(Map<?, ?> object) {
        return new Tree(copyOfMap(object));
    }

    /** The map at a path, or an empty one that belongs to nothing. */
    public Tree at(String... path) {
        Map<String, @Nullable Object> here = root;
        for (String field : path) {
            here = asMap(here.get(field));
        }
        return new Tree(here);
    }

    /** The map at a path, made where there is none. */
    public Tree make(String... path) {
        Map<String, @Nullable Object> here = root;
        for (String field : path) {
            here = asMap(here.compute(field, (name, old) -> old instanceof Map<?, ?> ? old : new LinkedHashMap<>()));
        }
        return new Tree(here);
    }

    /** The maps in the list of this name. */
    public List<Tree> each(String field) {
        return root.get(field) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> new Tree(asMap(item)))
                        .toList()
                : List.of();
    }

    public boolean has(String field) {
        return root.get(field) != null;
    }

    public String text(String field, String otherwise) {
        var value = root.get(field);
        return value == null ? otherwise : value.toString();
    }

    public Tree put(String field, @Nullable Object value) {
        root.put(field, value);
        return this;
    }

    public Tree putIfMissing(String field, Object value) {
        root.putIfAbsent(field, value);
        return this;
    }

    @SuppressWarnings("unchecked") // JSON's maps have text as keys
    private static Map<String, @Nullable Object> asMap(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : new LinkedHashMap<>();
    }

    private static Map<String, @Nullable Object> copyOfMap(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), copyOfValue(value)));
        return copy;
    }

    private static @Nullable Object copyOfValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return copyOfMap(map);
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(item -> copy.add(copyOfValue(item)));
            return copy;
        }
        return value;
    }
}
