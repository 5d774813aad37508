package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import org.jspecify.annotations.Nullable;

/** A container in a pod, as it is wanted and as it is. */
record Box(Pod pod, Container wanted, ContainerStatus status) {

    static Stream<Box> in(Pod pod) {
        return Stream.concat(
                pair(pod, pod.getSpec().getInitContainers(), pod.getStatus().getInitContainerStatuses()),
                pair(pod, pod.getSpec().getContainers(), pod.getStatus().getContainerStatuses()));
    }

    private static Stream<Box> pair(
            Pod pod, @Nullable List<Container> wanted, @Nullable List<ContainerStatus> statuses) {
        return Stream.ofNullable(wanted)
                .flatMap(List::stream)
                .flatMap(container -> Stream.ofNullable(statuses)
                        .flatMap(List::stream)
                        .filter(status -> container.getName().equals(status.getName()))
                        .map(status -> new Box(pod, container, status)));
    }

    String image() {
        return wanted.getImage();
    }

    boolean waits(String... reasons) {
        return waiting().map(ContainerStateWaiting::getReason).stream().anyMatch(List.of(reasons)::contains);
    }

    String waitingWords() {
        return waiting().map(ContainerStateWaiting::getMessage).orElse("");
    }

    private Optional<ContainerStateWaiting> waiting() {
        return Optional.ofNullable(status.getState()).map(ContainerState::getWaiting);
    }

    /** How it ended when it ended last. */
    Optional<ContainerStateTerminated> ended() {
        return Optional.ofNullable(status.getState())
                .map(ContainerState::getTerminated)
                .or(() -> Optional.ofNullable(status.getLastState()).map(ContainerState::getTerminated));
    }

    int restarts() {
        return status.getRestartCount() == null ? 0 : status.getRestartCount();
    }

    /**
     * It ended several times in a row: once or twice may be bad luck, such as a database that starts more slowly. A
     * program that is not there or cannot be executed needs no second try.
     */
    boolean keepsEnding() {
        return waits("CrashLoopBackOff") && ended().isPresent() && (restarts() > 1 || cannotBegin());
    }

    private boolean cannotBegin() {
        return ended().map(ContainerStateTerminated::getExitCode)
                .filter(code -> code == 126 || code == 127)
                .isPresent();
    }

    boolean ranOutOfMemory() {
        return ended().filter(end -> "OOMKilled".equals(end.getReason())).isPresent();
    }

    Witness witness() {
        return new Witness(pod.getMetadata().getNamespace(), pod.getMetadata().getName(), wanted.getName());
    }
}
