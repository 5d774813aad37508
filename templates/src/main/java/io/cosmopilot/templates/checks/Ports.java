package io.cosmopilot.templates.checks;

import java.util.Collection;
import java.util.List;

import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.Scalar;

/** The ports that containers open, and whether some reference means one of them. */
record Ports(List<Mapping> open) {

    static Ports of(Collection<Mapping> containers) {
        return new Ports(containers.stream()
                .flatMap(container -> container.mappings("ports").stream())
                .toList());
    }

    boolean none() {
        return open.isEmpty();
    }

    /** By name when the reference is a text, by number otherwise. */
    boolean has(Scalar reference) {
        var field = isName(reference) ? "name" : "containerPort";
        return open.stream().anyMatch(port -> port.text(field).equals(reference.text()));
    }

    static boolean isName(Scalar reference) {
        return reference.value() instanceof String;
    }

    @Override
    public String toString() {
        return String.join(", ", open.stream().map(Ports::describe).distinct().toList());
    }

    private static String describe(Mapping port) {
        return port.text("name").isEmpty()
                ? port.text("containerPort")
                : port.text("name") + " (" + port.text("containerPort") + ")";
    }
}
