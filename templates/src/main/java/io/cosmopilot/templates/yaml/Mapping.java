package io.cosmopilot.templates.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.templates.Complaint.Place;

/** Fields by name, in the order of the text. */
public record Mapping(SequencedMap<String, Field> fields, Place place) implements Node {

    public Mapping {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    /** A value with the place of its key. */
    public record Field(Place place, Node value) {}

    public static Mapping empty(Place place) {
        return new Mapping(Collections.emptyNavigableMap(), place);
    }

    public boolean has(String key) {
        return fields.containsKey(key);
    }

    /** Whether a field is not there, or is null, which is the same to Kubernetes. */
    public boolean lacks(String key) {
        var value = get(key);
        return value == null || (value instanceof Scalar scalar && scalar.value() == null);
    }

    public @Nullable Node get(String key) {
        var field = fields.get(key);
        return field == null ? null : field.value();
    }

    /** The mapping at the end of a path; an empty one when there is none. */
    public Mapping mapping(String... path) {
        var found = this;
        for (var step : path) {
            found = found.get(step) instanceof Mapping next ? next : empty(found.placeOf(step));
        }
        return found;
    }

    /** The mappings of a list; none when it is missing or something else. */
    public List<Mapping> mappings(String key) {
        return get(key) instanceof Sequence sequence ? sequence.mappings() : List.of();
    }

    /** A leaf as text; an empty text when there is none. */
    public String text(String key) {
        return scalar(key).map(Scalar::text).orElse("");
    }

    public Optional<Scalar> scalar(String key) {
        return get(key) instanceof Scalar scalar && scalar.value() != null ? Optional.of(scalar) : Optional.empty();
    }

    /** Where a field stands, or where it would belong. */
    public Place placeOf(String key) {
        var field = fields.get(key);
        return field == null ? place : field.place();
    }

    public Mapping with(String key, Node value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(key, new Field(placeOf(key), value));
        return new Mapping(changed, place);
    }

    public Mapping with(String key, Object leaf) {
        return with(key, Scalar.of(leaf, placeOf(key)));
    }

    public Mapping without(String key) {
        if (!has(key)) {
            return this;
        }
        var changed = new LinkedHashMap<>(fields);
        changed.remove(key);
        return new Mapping(changed, place);
    }

    /** The same with a field called differently, at the same position. */
    public Mapping renamed(String key, String name) {
        var changed = new LinkedHashMap<String, Field>();
        fields.forEach((each, field) -> changed.put(each.equals(key) ? name : each, field));
        return new Mapping(changed, place);
    }

    /** Changes the mapping at the end of a path, if there is one. */
    public Mapping changed(UnaryOperator<Mapping> change, String... path) {
        return changed(change, List.of(path));
    }

    private Mapping changed(UnaryOperator<Mapping> change, List<String> path) {
        if (path.isEmpty()) {
            return change.apply(this);
        }
        return get(path.getFirst()) instanceof Mapping next
                ? with(path.getFirst(), next.changed(change, path.subList(1, path.size())))
                : this;
    }

    /** Changes each mapping of a list, if there is one. */
    public Mapping changedEach(String key, UnaryOperator<Mapping> change) {
        return get(key) instanceof Sequence sequence ? with(key, sequence.map(change)) : this;
    }

    /** Everything below as Java values; fields of null are left out, as Kubernetes takes them for absent. */
    public Map<String, @Nullable Object> toMap() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((key, field) -> {
            var value = plain(field.value());
            if (value != null) {
                map.put(key, value);
            }
        });
        return Collections.unmodifiableMap(map);
    }

    private static @Nullable Object plain(Node node) {
        return switch (node) {
            case Mapping mapping -> mapping.toMap();
            case Sequence sequence ->
                Collections.unmodifiableList(sequence.items().stream()
                        .<@Nullable Object>map(Mapping::plain)
                        .toList());
            case Scalar scalar -> scalar.value();
        };
    }
}
