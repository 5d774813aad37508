package io.cosmopilot.deploy.sandbox.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/**
 * The way to one field, in the steps of FieldsV1: {@code f:name} into an object, {@code k:{…}} to the item of a keyed
 * list, {@code v:…} to the member of a set.
 */
record FieldPath(List<String> steps) implements Comparable<FieldPath> {

    static final FieldPath ROOT = new FieldPath(List.of());

    FieldPath {
        steps = List.copyOf(steps);
    }

    FieldPath field(String name) {
        return step("f:" + name);
    }

    FieldPath item(JsonNode key) {
        return step("k:" + key);
    }

    FieldPath member(JsonNode value) {
        return step("v:" + value);
    }

    FieldPath step(String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(longer);
    }

    boolean isItem() {
        return !steps.isEmpty() && steps.getLast().startsWith("k:");
    }

    boolean isInsideItem() {
        return steps.size() > 1 && steps.get(steps.size() - 2).startsWith("k:");
    }

    String lastField() {
        return steps.isEmpty() || !steps.getLast().startsWith("f:")
                ? ""
                : steps.getLast().substring(2);
    }

    /** The path itself and every way station to it, the root excepted. */
    Stream<FieldPath> withAncestors() {
        return IntStream.rangeClosed(1, steps.size()).mapToObj(end -> new FieldPath(steps.subList(0, end)));
    }

    @Override
    public int compareTo(FieldPath other) {
        return Comparator.<FieldPath, String>comparing(path -> String.join("\u0000", path.steps))
                .compare(this, other);
    }

    /** As Kubernetes writes it in messages: {@code .spec.containers[name="web"].image}. */
    @Override
    public String toString() {
        return steps.stream().map(FieldPath::spoken).collect(Collectors.joining());
    }

    private static String spoken(String step) {
        String rest = step.substring(2);
        return switch (step.charAt(0)) {
            case 'f' -> "." + rest;
            case 'k' ->
                Meta.JSON.readTree(rest).properties().stream()
                        .map(key -> key.getKey() + "=" + key.getValue())
                        .collect(Collectors.joining(",", "[", "]"));
            default -> "[=" + rest + "]";
        };
    }
}
