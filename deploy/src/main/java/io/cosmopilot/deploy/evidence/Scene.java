package io.cosmopilot.deploy.evidence;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;

/**
 * What the cluster shows of one component.
 *
 * @param component its name
 * @param pods of its newest revision only: older ones prove nothing about what is wanted now
 * @param refusals what its controller was told when it wanted to make pods
 * @param volumes the claims of its space
 * @param storageClasses that the cluster has, the default first
 * @param warnings what the cluster warned of about an object
 */
public record Scene(
        String component,
        List<Pod> pods,
        List<String> refusals,
        List<PersistentVolumeClaim> volumes,
        List<String> storageClasses,
        Function<HasMetadata, List<Event>> warnings,
        Instant now) {

    Stream<Box> boxes() {
        return pods.stream().flatMap(Box::in);
    }

    /** The words of all warnings about an object for one of these reasons. */
    Stream<Event> warned(HasMetadata object, String reason) {
        return warnings.apply(object).stream().filter(event -> reason.equals(event.getReason()));
    }
}
