package io.cosmopilot.deploy.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;

import io.cosmopilot.deploy.Problem.Offer;

/** A volume is there but cannot be mounted, such as a directory of the host that does not exist. */
final class MountFailed implements Evidence {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern TOLD = Pattern.compile("for volume \"([^\"]+)\" ?: (.+)", Pattern.DOTALL);
    // Explained by others, or passing by themselves.
    private static final Pattern OTHERS = Pattern.compile("not found|non-existent|sync .* cache|timed out waiting");

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.pods().stream()
                .filter(pod -> Mounts.waits(pod) && since(pod).plus(PATIENCE).isBefore(scene.now()))
                .flatMap(pod -> scene.warned(pod, "FailedMount"))
                .map(Event::getMessage)
                .filter(words -> !OTHERS.matcher(words).find())
                .flatMap(words -> TOLD.matcher(words).results())
                .map(told -> Finding.of(
                        scene,
                        "mount-failed",
                        List.of(told.group(1), told.group(2).strip()),
                        Offer.EDIT,
                        Offer.HUMAN));
    }

    private static Instant since(Pod pod) {
        return Instant.parse(pod.getMetadata().getCreationTimestamp());
    }
}
