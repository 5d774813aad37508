package io.cosmopilot.deploy.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;

import io.cosmopilot.deploy.Problem.Offer;

/**
 * No node takes the pod. The scheduler says why with counts ("0/3 nodes are available: 2 Insufficient cpu, 1 node(s)
 * didn't match node selector."): each reason is told, most nodes first.
 */
final class Unschedulable implements Evidence {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    // A volume that is not bound is explained by itself.
    private static final Pattern UNBOUND = Pattern.compile("unbound immediate PersistentVolumeClaims");
    private static final Pattern NO_VOLUME = Pattern.compile("persistentvolumeclaim \"([^\"]+)\" not found");
    private static final Pattern TOTAL = Pattern.compile("^0/(\\d+) nodes are available");
    private static final Pattern COUNTED = Pattern.compile("(\\d+) (Insufficient \\S+|(?:node\\(s\\)|pod)[^.,]*)");
    private static final List<Reason> REASONS = List.of(
            new Reason("no-room-cpu", "Insufficient cpu", Offer.LOWER_REQUESTS),
            new Reason("no-room-memory", "Insufficient memory", Offer.LOWER_REQUESTS),
            new Reason("no-room", "Insufficient", Offer.LOWER_REQUESTS),
            new Reason("no-node-selected", "selector|affinity", Offer.ANY_HOST),
            new Reason("no-node-port", "free ports", Offer.EDIT),
            new Reason("no-node-tainted", "taint", Offer.RETRY),
            new Reason("no-node-volume", "volume|PersistentVolumeClaim", Offer.RETRY));

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.pods().stream().flatMap(Unschedulable::conditions).flatMap(condition -> found(scene, condition));
    }

    private static Stream<PodCondition> conditions(Pod pod) {
        return Stream.ofNullable(pod.getStatus().getConditions())
                .flatMap(List::stream)
                .filter(condition -> "PodScheduled".equals(condition.getType())
                        && "False".equals(condition.getStatus())
                        && "Unschedulable".equals(condition.getReason()));
    }

    private static Stream<Finding> found(Scene scene, PodCondition condition) {
        var since = Instant.parse(condition.getLastTransitionTime());
        if (since.plus(PATIENCE).isAfter(scene.now())) {
            return Stream.empty();
        }
        var words = condition.getMessage() == null ? "" : condition.getMessage();
        if (UNBOUND.matcher(words).find()) {
            return Stream.empty();
        }
        var missing = NO_VOLUME.matcher(words);
        if (missing.find()) {
            return Stream.of(Finding.of(
                            scene, "volume-missing", List.of(missing.group(1)), Offer.CREATE_CONFIGURATION, Offer.EDIT)
                    .suggesting("PersistentVolumeClaim " + missing.group(1)));
        }
        var total = TOTAL.matcher(words);
        var all = total.find() ? total.group(1) : "0";
        var counted =
                COUNTED.matcher(words.replaceFirst("^[^:]*:", "")).results().toList();
        return counted.isEmpty()
                ? Stream.of(Finding.of(scene, "no-node", List.of(words), Offer.EDIT, Offer.HUMAN))
                : counted.stream().map(count -> counted(scene, count.group(1), count.group(2), all));
    }

    private static Finding counted(Scene scene, String count, String words, String all) {
        return REASONS.stream()
                .filter(reason -> reason.words.matcher(words).find())
                .findFirst()
                .map(reason ->
                        Finding.of(scene, reason.code, List.of(count, all), reason.offer, Offer.EDIT, Offer.HUMAN))
                .orElseGet(() -> Finding.of(scene, "no-node", List.of(words), Offer.EDIT, Offer.HUMAN));
    }

    private record Reason(String code, Pattern words, Offer offer) {
        Reason(String code, String words, Offer offer) {
            this(code, Pattern.compile(words), offer);
        }
    }
}
