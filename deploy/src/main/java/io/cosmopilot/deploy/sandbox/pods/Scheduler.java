package io.cosmopilot.deploy.sandbox.pods;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.cluster.Write;
import io.cosmopilot.deploy.sandbox.control.Conditions;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.control.Events;
import io.cosmopilot.deploy.sandbox.control.Pace;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** Gives each pod a node, or says why none will do. */
public record Scheduler(Cluster cluster, Events events, Pace pace) implements Controller {

    public Scheduler(Cluster cluster, Pace pace) {
        this(cluster, new Events(cluster, "default-scheduler"), pace);
    }

    @Override
    public void reconcile() {
        cluster.list(Kinds.POD).stream()
                .filter(pod -> Meta.text(pod, "/spec/nodeName").isEmpty())
                .forEach(this::schedule);
    }

    private void schedule(ObjectNode pod) {
        Optional<String> claims = new Claims(cluster, pod).problem();
        List<Placement> placements = cluster.list(Kinds.NODE).stream()
                .map(node -> Placement.of(cluster, pod, node))
                .toList();
        Optional<Placement> best = placements.stream()
                .filter(placement -> placement.problem().isEmpty())
                .min(Comparator.comparingInt(Placement::neighbours));
        if (claims.isEmpty() && best.isPresent()) {
            bind(pod, Meta.name(best.get().node()));
        } else {
            refuse(pod, claims.orElseGet(() -> sum(placements)));
        }
    }

    private void bind(ObjectNode pod, String node) {
        Key key = Key.of(Kinds.POD, pod);
        cluster.update(
                key, Cluster.changed(live -> live.withObject("/spec").put("nodeName", node)), Write.BY_CONTROLLER);
        cluster.observe(
                key,
                live -> new Conditions(live.withObject("/status"), cluster.timestamp())
                        .set("PodScheduled", true, "", ""));
        events.normal(
                pod,
                "Scheduled",
                "Successfully assigned %s/%s to %s".formatted(Meta.namespace(pod), Meta.name(pod), node));
    }

    private void refuse(ObjectNode pod, String problem) {
        String message = "0/%d nodes are available: %s."
                .formatted(cluster.list(Kinds.NODE).size(), problem);
        cluster.observe(
                Key.of(Kinds.POD, pod),
                live -> new Conditions(live.withObject("/status"), cluster.timestamp())
                        .set("PodScheduled", false, "Unschedulable", message));
        events.warning(pod, "FailedScheduling", message);
    }

    private static String sum(List<Placement> placements) {
        Map<String, Long> problems = placements.stream()
                .flatMap(placement -> placement.problem().stream())
                .collect(Collectors.groupingBy(problem -> problem, TreeMap::new, Collectors.counting()));
        return problems.entrySet().stream()
                .map(problem -> problem.getValue() + " " + problem.getKey())
                .collect(Collectors.joining(", "));
    }
}
