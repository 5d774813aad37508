package io.cosmopilot.deploy.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Problem.Offer;

/**
 * The program runs but does not answer its probe. Told when the probe has failed as often as it allows, and has just
 * failed again: a failure at the start that was not repeated says nothing. A program that answers with an error, or is
 * asked at a port it does not have, will not change its mind; others get some time more.
 */
final class ProbeFailing implements Evidence {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int STANDARD_PERIOD = 10;
    private static final int STANDARD_TIMES = 3;
    private static final Pattern ANSWERED = Pattern.compile("statuscode: [45]\\d\\d");

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.boxes().flatMap(box -> Stream.concat(notReady(scene, box), killed(scene, box)));
    }

    private static Stream<Finding> notReady(Scene scene, Box box) {
        var state = box.status().getState();
        if (Boolean.TRUE.equals(box.status().getReady()) || state == null || state.getRunning() == null) {
            return Stream.empty();
        }
        var probe = box.wanted().getReadinessProbe();
        var started = Instant.parse(state.getRunning().getStartedAt());
        return failures(scene, box, "Readiness")
                .filter(event -> hopeless(box, probe, event) || goesOn(event, probe, scene.now()))
                .filter(event -> started.plus(allowed(box, probe, event)).isBefore(scene.now()))
                .map(event -> found(scene, box, probe, event));
    }

    /** The kubelet has killed it for its liveness, again and again. */
    private static Stream<Finding> killed(Scene scene, Box box) {
        return box.keepsEnding()
                ? failures(scene, box, "Liveness")
                        .map(event -> found(scene, box, box.wanted().getLivenessProbe(), event))
                : Stream.empty();
    }

    static boolean liveness(Scene scene, Box box) {
        return failures(scene, box, "Liveness").findAny().isPresent();
    }

    static Stream<Event> failures(Scene scene, Box box, String probe) {
        return scene.warned(box.pod(), "Unhealthy")
                .filter(event -> event.getMessage().startsWith(probe + " probe"))
                .filter(event -> concerns(event, box))
                .sorted(Comparator.comparing(ProbeFailing::last).reversed())
                .limit(1);
    }

    private static boolean concerns(Event event, Box box) {
        var path = event.getInvolvedObject().getFieldPath();
        return path == null || path.contains("{" + box.wanted().getName() + "}");
    }

    private static Instant last(Event event) {
        return event.getLastTimestamp() == null ? Instant.MAX : Instant.parse(event.getLastTimestamp());
    }

    private static boolean goesOn(Event event, @Nullable Probe probe, Instant now) {
        int count = Objects.requireNonNullElse(event.getCount(), STANDARD_TIMES);
        return count >= times(probe)
                && (event.getLastTimestamp() == null
                        || last(event)
                                .plusSeconds(2L * period(probe))
                                .plus(GRACE)
                                .isAfter(now));
    }

    private static Duration allowed(Box box, @Nullable Probe probe, Event event) {
        int delay = probe == null ? 0 : Objects.requireNonNullElse(probe.getInitialDelaySeconds(), 0);
        var own = Duration.ofSeconds(delay + (long) period(probe) * times(probe));
        return hopeless(box, probe, event) ? own : own.plus(GRACE);
    }

    /** However often the kubelet has said so: it counts the repetitions late. */
    private static boolean hopeless(Box box, @Nullable Probe probe, Event event) {
        return ANSWERED.matcher(event.getMessage()).find() || missesPorts(box, probe);
    }

    private static int period(@Nullable Probe probe) {
        return probe == null ? STANDARD_PERIOD : Objects.requireNonNullElse(probe.getPeriodSeconds(), STANDARD_PERIOD);
    }

    private static int times(@Nullable Probe probe) {
        return probe == null ? STANDARD_TIMES : Objects.requireNonNullElse(probe.getFailureThreshold(), STANDARD_TIMES);
    }

    private static boolean missesPorts(Box box, @Nullable Probe probe) {
        var declared = numbers(box);
        return port(probe)
                .filter(asked -> !declared.isEmpty() && !declared.contains(asked))
                .isPresent();
    }

    /** The port at which the probe asks, if it says so by a number. */
    private static Optional<Integer> port(@Nullable Probe probe) {
        return Optional.ofNullable(probe)
                .flatMap(asked -> Optional.ofNullable(asked.getHttpGet())
                        .map(HTTPGetAction::getPort)
                        .or(() -> Optional.ofNullable(asked.getTcpSocket()).map(TCPSocketAction::getPort)))
                .map(IntOrString::getIntVal);
    }

    private static Finding found(Scene scene, Box box, @Nullable Probe probe, Event event) {
        var asked = probe == null ? "?" : words(probe);
        var declared = numbers(box);
        if (missesPorts(box, probe)) {
            return Finding.of(scene, "probe-port", List.of(asked, ports(declared)), Offer.CORRECT_PROBE, Offer.EDIT)
                    .suggesting(String.valueOf(declared.getFirst()))
                    .toldBy(box.witness());
        }
        return Finding.of(
                        scene,
                        "probe-fails",
                        List.of(asked, ports(declared), answer(event)),
                        Offer.CORRECT_PROBE,
                        Offer.SHOW_LOG,
                        Offer.EDIT)
                .toldBy(box.witness());
    }

    static String asked(Box box) {
        var probe = box.wanted().getReadinessProbe();
        return probe == null ? "?" : words(probe);
    }

    static String answer(Event event) {
        var answer = event.getMessage()
                .replaceFirst("^[A-Z][a-z]+ probe \\w+: ?", "")
                .strip();
        return answer.isEmpty() ? "-" : answer;
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

    private static List<Integer> numbers(Box box) {
        return Stream.ofNullable(box.wanted().getPorts())
                .flatMap(List::stream)
                .map(ContainerPort::getContainerPort)
                .toList();
    }

    private static String ports(List<Integer> declared) {
        return declared.isEmpty() ? "-" : declared.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
