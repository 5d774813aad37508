package io.cosmopilot.templates.migration;

import java.util.Set;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.yaml.Mapping;

/** {@code apps/v1} asks for the selector that older versions took from the labels of the pods. */
final class Selectors {

    private static final Set<String> SELECTING = Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");

    private Selectors() {}

    static Mapping complete(Resource resource, Findings findings) {
        boolean complete = !resource.apiVersion().equals("apps/v1")
                || !SELECTING.contains(resource.kind())
                || resource.spec().has("selector")
                || resource.spec().mapping("template").fields().isEmpty();
        return complete ? resource.root() : select(resource, findings);
    }

    private static Mapping select(Resource resource, Findings findings) {
        var labelled = labelled(resource);
        var labels = labelled.mapping("spec", "template", "metadata", "labels");
        findings.note(resource.spec().place(), "templates.changed.selector", resource.kind(), resource.name());
        return labelled.changed(
                spec -> spec.with("selector", Mapping.empty(spec.place()).with("matchLabels", labels)), "spec");
    }

    private static Mapping labelled(Resource resource) {
        if (!resource.root()
                .mapping("spec", "template", "metadata", "labels")
                .fields()
                .isEmpty()) {
            return resource.root();
        }
        return resource.root().changed(template -> withLabel(template, resource.name()), "spec", "template");
    }

    private static Mapping withLabel(Mapping template, String name) {
        var metadata = template.mapping("metadata");
        return template.with(
                "metadata",
                metadata.with("labels", Mapping.empty(metadata.place()).with("app", name)));
    }
}
