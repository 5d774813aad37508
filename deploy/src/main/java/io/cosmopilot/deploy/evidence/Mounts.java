package io.cosmopilot.deploy.evidence;

import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;

/** The volumes of a pod. */
final class Mounts {

    private Mounts() {}

    /** Whether its containers still wait to be made, as they do for what cannot be mounted. */
    static boolean waits(Pod pod) {
        return Box.in(pod).anyMatch(box -> box.waits("ContainerCreating", "PodInitializing"));
    }

    static Optional<Volume> volume(Pod pod, String name) {
        return Stream.ofNullable(pod.getSpec().getVolumes())
                .flatMap(volumes -> volumes.stream())
                .filter(volume -> name.equals(volume.getName()))
                .findFirst();
    }
}
