package io.cosmopilot.deploy.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Problem.Offer;

/** The program runs but does not answer its probe, for longer than the probe itself and half a minute more allow. */
final class ProbeFailing implements Evidence {

    private static final Duration GRACE = Duration.ofSeconds(30);

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.boxes().filter(box -> overdue(box, scene.now())).flatMap(box -> found(scene, box));
    }

    private static boolean overdue(Box box, Instant now) {
        var state = box.status().getState();
        if (Boolean.TRUE.equals(box.status().getReady()) || state == null || state.getRunning() == null) {
            return false;
        }
        var started = Instant.parse(state.getRunning().getStartedAt());
        return started.plus(allowed(box.wanted().getReadinessProbe())).isBefore(now);
    }

    private static Duration allowed(@Nullable Probe probe) {
        if (probe == null) {
            return GRACE;
        }
        int delay = Optional.ofNullable(probe.getInitialDelaySeconds()).orElse(0);
        int period = Optional.ofNullable(probe.getPeriodSeconds()).orElse(10);
        int times = Optional.ofNullable(probe.getFailureThreshold()).orElse(3);
        return GRACE.plusSeconds(delay + (long) period * times);
    }

    private static Stream<Finding> found(Scene scene, Box box) {
        return scene.warned(box.pod(), "Unhealthy")
                .map(Event::getMessage)
                .filter(message -> message.contains("probe failed") || message.contains("probe errored"))
                .limit(1)
                .map(message -> Finding.of(
                                scene,
                                "probe-fails",
                                List.of(asked(box), ports(box), message),
                                Offer.EDIT,
                                Offer.SHOW_LOG)
                        .toldBy(box.witness()));
    }

    private static String asked(Box box) {
        var probe = Optional.ofNullable(box.wanted().getReadinessProbe())
                .or(() -> Optional.ofNullable(box.wanted().getLivenessProbe()));
        return probe.map(ProbeFailing::words).orElse("?");
    }

    private static String words(Probe probe) {
        if (probe.getHttpGet() != null) {
            HTTPGetAction get = probe.getHttpGet();
            return "GET :" + get.getPort().getValue() + (get.getPath() == null ? "/" : get.getPath());
        }
        if (probe.getTcpSocket() != null) {
            return "TCP :" + probe.getTcpSocket().getPort().getValue();
        }
        return probe.getExec() == null ? "?" : String.join(" ", probe.getExec().getCommand());
    }

    private static String ports(Box box) {
        return Stream.ofNullable(box.wanted().getPorts())
                .flatMap(List::stream)
                .map(ContainerPort::getContainerPort)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
