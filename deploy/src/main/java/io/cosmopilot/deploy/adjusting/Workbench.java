package io.cosmopilot.deploy.adjusting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.adjusting.Adjusted.Replaced;
import io.cosmopilot.deploy.cluster.Tree;
import io.cosmopilot.templates.Manifest;

/** Copies of an application's objects, laid out to be changed. */
final class Workbench {

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet");

    private final String application;
    private final List<Tree> objects = new ArrayList<>();
    private final List<Replaced> replaced = new ArrayList<>();

    Workbench(String application, List<Manifest> manifests) {
        this.application = application;
        manifests.forEach(manifest -> objects.add(Tree.copyOf(manifest.content())));
    }

    String application() {
        return application;
    }

    List<Manifest> manifests() {
        return objects.stream().map(object -> new Manifest(object.root())).toList();
    }

    List<Replaced> replaced() {
        return List.copyOf(replaced);
    }

    void replace(String before, String after) {
        replaced.add(new Replaced(before, after));
    }

    Stream<Tree> of(String kind) {
        return objects.stream().filter(object -> kind(object).equals(kind));
    }

    List<Tree> workloads() {
        return objects.stream()
                .filter(object -> WORKLOADS.contains(kind(object)))
                .toList();
    }

    /** The workload of this name, or the main one. */
    Tree component(@Nullable String name) {
        var wanted = name == null ? application : name;
        return workloads().stream()
                .filter(workload -> name(workload).equals(wanted))
                .findFirst()
                .or(() -> name == null ? workloads().stream().findFirst() : Optional.empty())
                .orElseThrow(() -> Impossible.because("no-component", application, wanted));
    }

    void add(Map<String, @Nullable Object> object) {
        var tree = Tree.copyOf(object);
        remove(kind(tree), name(tree));
        objects.add(tree);
    }

    void remove(String kind, String name) {
        objects.removeIf(object -> kind(object).equals(kind) && name(object).equals(name));
    }

    /** Whether something of the release allows only one instance of the workload to use it. */
    boolean single(Tree workload) {
        return kind(workload).equals("Deployment")
                && pod(workload).each("volumes").stream()
                        .map(volume -> volume.at("persistentVolumeClaim").text("claimName", ""))
                        .anyMatch(this::exclusive);
    }

    private boolean exclusive(String claim) {
        return of("PersistentVolumeClaim")
                .filter(object -> name(object).equals(claim))
                .anyMatch(object -> object.at("spec").root().get("accessModes") instanceof List<?> modes
                        && !modes.contains("ReadWriteMany"));
    }

    static String kind(Tree object) {
        return object.text("kind", "");
    }

    static String name(Tree object) {
        return object.at("metadata").text("name", "");
    }

    static Tree pod(Tree workload) {
        return workload.make("spec", "template", "spec");
    }

    /** The container that people mean: the one named like the workload, else the first. */
    static Tree container(Tree workload) {
        var containers = pod(workload).each("containers");
        return containers.stream()
                .filter(container -> container.text("name", "").equals(name(workload)))
                .findFirst()
                .or(() -> containers.stream().findFirst())
                .orElseThrow(() -> Impossible.because("no-component", name(workload), name(workload)));
    }

    static Map<String, @Nullable Object> selected(Tree workload) {
        return new LinkedHashMap<>(
                workload.at("spec", "selector", "matchLabels").root());
    }

    /** The list of this name, to be added to. */
    static List<@Nullable Object> list(Tree holder, String field) {
        List<@Nullable Object> list =
                holder.root().get(field) instanceof List<?> present ? new ArrayList<>(present) : new ArrayList<>();
        holder.put(field, list);
        return list;
    }
}
