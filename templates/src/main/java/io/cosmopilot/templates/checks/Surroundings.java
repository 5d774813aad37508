package io.cosmopilot.templates.checks;

import java.util.List;
import java.util.Optional;

import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.yaml.Mapping;

/** The other objects of a template. */
record Surroundings(List<Resource> resources) {

    Optional<Resource> find(String kind, String name) {
        return resources.stream()
                .filter(resource -> resource.is(kind) && resource.name().equals(name))
                .findFirst();
    }

    /** Those that make pods. */
    List<Resource> workloads() {
        return resources.stream()
                .filter(resource -> resource.podTemplate().isPresent())
                .toList();
    }

    /** Those whose pods carry all the labels of a selector. */
    List<Resource> selected(Mapping selector) {
        return workloads().stream()
                .filter(workload -> carries(workload, selector))
                .toList();
    }

    private static boolean carries(Resource workload, Mapping selector) {
        var labels = workload.podTemplate().orElse(selector).mapping("metadata", "labels");
        return selector.fields().keySet().stream()
                .allMatch(key -> labels.has(key) && labels.text(key).equals(selector.text(key)));
    }
}
