package io.cosmopilot.deploy.sandbox;

import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;

/** What pods say of themselves. */
final class Pods {

    private Pods() {}

    static String waitingFor(Pod pod) {
        return waiting(pod).map(ContainerStateWaiting::getReason).orElse("");
    }

    static String waitingBecause(Pod pod) {
        return waiting(pod).map(ContainerStateWaiting::getMessage).orElse("");
    }

    private static Optional<ContainerStateWaiting> waiting(Pod pod) {
        return containers(pod).stream()
                .findFirst()
                .map(status -> status.getState().getWaiting());
    }

    static List<ContainerStatus> containers(Pod pod) {
        return pod.getStatus() == null ? List.of() : pod.getStatus().getContainerStatuses();
    }

    static Optional<PodCondition> condition(Pod pod, String type) {
        return pod.getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst();
    }
}
