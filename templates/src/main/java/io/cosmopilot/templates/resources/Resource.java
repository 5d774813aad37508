package io.cosmopilot.templates.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.cosmopilot.templates.Complaint.Place;
import io.cosmopilot.templates.Manifest;
import io.cosmopilot.templates.yaml.Mapping;

/** One Kubernetes object as a tree that still knows where each part was written. */
public record Resource(Mapping root) {

    private static final Map<String, String[]> POD_TEMPLATES = Map.of(
            "Deployment", path("spec", "template"),
            "StatefulSet", path("spec", "template"),
            "DaemonSet", path("spec", "template"),
            "ReplicaSet", path("spec", "template"),
            "Job", path("spec", "template"),
            "CronJob", path("spec", "jobTemplate", "spec", "template"),
            "Pod", path());

    public String apiVersion() {
        return root.text("apiVersion");
    }

    public String kind() {
        return root.text("kind");
    }

    public String name() {
        return root.mapping("metadata").text("name");
    }

    public Mapping spec() {
        return root.mapping("spec");
    }

    public Place place() {
        return root.place();
    }

    public boolean is(String kind) {
        return kind().equals(kind);
    }

    /** The template of the pods that it makes (a pod is its own); empty when it makes none. */
    public Optional<Mapping> podTemplate() {
        return Optional.ofNullable(POD_TEMPLATES.get(kind())).map(root::mapping);
    }

    /** The {@code spec} of the pods that it makes. */
    public Optional<Mapping> pod() {
        return podTemplate().map(template -> template.mapping("spec"));
    }

    /** The containers of the pods that it makes, those that initialise first. */
    public List<Mapping> containers() {
        return pod().stream()
                .flatMap(pod ->
                        List.of("initContainers", "containers").stream().flatMap(field -> pod.mappings(field).stream()))
                .toList();
    }

    public Resource with(UnaryOperator<Mapping> change, String... path) {
        return new Resource(root.changed(change, path));
    }

    public Resource withPodTemplate(UnaryOperator<Mapping> change) {
        var path = POD_TEMPLATES.get(kind());
        return path == null ? this : with(change, path);
    }

    /** Changes each container, those that initialise too. */
    public Resource withContainers(UnaryOperator<Mapping> change) {
        return withPodTemplate(template -> template.changed(
                pod -> pod.changedEach("initContainers", change).changedEach("containers", change), "spec"));
    }

    public Manifest toManifest() {
        return new Manifest(root.toMap());
    }

    private static String[] path(String... steps) {
        return steps;
    }
}
