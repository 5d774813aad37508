package io.cosmopilot.deploy.applications;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;

/**
 * What makes pods.
 *
 * @param newest which pods are of its newest revision
 * @param owned which pods are its own, of any revision
 */
record Workload(
        HasMetadata object,
        Rollout rollout,
        PodTemplateSpec template,
        List<String> refusals,
        Predicate<Pod> newest,
        Predicate<Pod> owned) {

    private static final String REVISION = "deployment.kubernetes.io/revision";

    static Workload of(Deployment deployment, List<ReplicaSet> all) {
        var sets = all.stream().filter(set -> owns(deployment, set)).toList();
        boolean seen = seen(deployment);
        var newest = sets.stream()
                .filter(set -> seen && revision(set).equals(revision(deployment)))
                .findFirst();
        return new Workload(
                deployment,
                Rollout.of(deployment),
                deployment.getSpec().getTemplate(),
                seen ? refusals(deployment) : List.of(),
                pod -> newest.filter(set -> owns(set, pod)).isPresent(),
                pod -> sets.stream().anyMatch(set -> owns(set, pod)));
    }

    static Workload of(StatefulSet set, List<String> refusals) {
        var status = Optional.ofNullable(set.getStatus());
        boolean seen = status.map(StatefulSetStatus::getObservedGeneration)
                .filter(generation -> generation >= generation(set))
                .isPresent();
        var revision = status.map(StatefulSetStatus::getUpdateRevision).orElse("");
        return new Workload(
                set,
                Rollout.of(set),
                set.getSpec().getTemplate(),
                refusals,
                pod -> seen && owns(set, pod) && revision.equals(label(pod, "controller-revision-hash")),
                pod -> owns(set, pod));
    }

    static Workload of(DaemonSet set, List<String> refusals) {
        return new Workload(
                set,
                Rollout.of(set),
                set.getSpec().getTemplate(),
                refusals,
                pod -> owns(set, pod),
                pod -> owns(set, pod));
    }

    String name() {
        return object.getMetadata().getName();
    }

    /** With its tag; the digest that it is tied to is not for people. */
    String image() {
        return Stream.ofNullable(template.getSpec())
                .flatMap(spec -> spec.getContainers().stream())
                .map(Container::getImage)
                .map(image -> image.replaceFirst("(:[^:/@]+)@sha256:.*", "$1"))
                .findFirst()
                .orElse("");
    }

    /** The generation that the controller is known to have seen or not; compared with the one that was applied. */
    long generation() {
        return generation(object);
    }

    private static long generation(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getGeneration(), 0L);
    }

    /** Until then its revision, its conditions and its pods are those of what was applied before. */
    private static boolean seen(Deployment deployment) {
        return Optional.ofNullable(deployment.getStatus())
                .map(DeploymentStatus::getObservedGeneration)
                .filter(generation -> generation >= generation(deployment))
                .isPresent();
    }

    private static List<String> refusals(Deployment deployment) {
        return Stream.ofNullable(deployment.getStatus())
                .flatMap(status -> Stream.ofNullable(status.getConditions()))
                .flatMap(List::stream)
                .filter(condition ->
                        "ReplicaFailure".equals(condition.getType()) && "True".equals(condition.getStatus()))
                .map(DeploymentCondition::getMessage)
                .toList();
    }

    private static boolean owns(HasMetadata owner, HasMetadata object) {
        var uid = owner.getMetadata().getUid();
        return Stream.ofNullable(object.getMetadata().getOwnerReferences())
                .flatMap(List::stream)
                .map(OwnerReference::getUid)
                .anyMatch(uid::equals);
    }

    private static String revision(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.<String, String>of())
                .getOrDefault(REVISION, "");
    }

    private static String label(HasMetadata object, String name) {
        return Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.<String, String>of())
                .getOrDefault(name, "");
    }
}
