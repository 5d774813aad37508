package io.cosmopilot.deploy.sandbox.pods;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.control.Conditions;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.control.Events;
import io.cosmopilot.deploy.sandbox.control.Pace;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** Plays the nodes: takes the pods that were given to one through their lives. */
public record Kubelet(Cluster cluster, Events events, Pace pace, Fates fates) implements Controller {

    public Kubelet(Cluster cluster, Pace pace, Images images) {
        this(cluster, new Events(cluster, "kubelet"), pace, new Fates(cluster, images));
    }

    @Override
    public void reconcile() {
        cluster.list(Kinds.POD).stream()
                .filter(pod -> !Meta.text(pod, "/spec/nodeName").isEmpty())
                .filter(pod -> !List.of("Succeeded", "Failed").contains(Meta.text(pod, "/status/phase")))
                .forEach(pod -> cluster.observe(Key.of(Kinds.POD, pod), this::live));
    }

    private void live(ObjectNode pod) {
        ObjectNode status = pod.withObject("/status");
        if (status.path("startTime").isMissingNode()) {
            welcome(pod, status);
        }
        Optional<String> unmountable = unmountable(pod);
        if (unmountable.isPresent()) {
            events.warning(pod, "FailedMount", unmountable.get());
            return;
        }
        if (advance(pod, "initContainers", status.path("initContainerStatuses"))) {
            advance(pod, "containers", status.path("containerStatuses"));
        }
        conclude(pod, new Conditions(status, cluster.timestamp()));
    }

    private void welcome(ObjectNode pod, ObjectNode status) {
        int number = Math.floorMod(Meta.uid(pod).hashCode(), 250 * 250);
        String ip = "10.244.%d.%d".formatted(number / 250 + 1, number % 250 + 2);
        status.put("startTime", cluster.timestamp())
                .put("phase", "Pending")
                .put("hostIP", "127.0.0.1")
                .put("podIP", ip)
                .put("qosClass", "Burstable");
        status.putArray("podIPs").addObject().put("ip", ip);
        List<JsonNode> first = Meta.items(pod.at("/spec/initContainers")).toList();
        if (!first.isEmpty()) {
            waiting(first, status.putArray("initContainerStatuses"), "PodInitializing");
        }
        waiting(
                Meta.items(pod.at("/spec/containers")).toList(),
                status.putArray("containerStatuses"),
                first.isEmpty() ? "ContainerCreating" : "PodInitializing");
    }

    private static void waiting(List<JsonNode> containers, ArrayNode statuses, String reason) {
        containers.forEach(container -> statuses.add(Container.waiting(container, reason)));
    }

    private Optional<String> unmountable(JsonNode pod) {
        References references = new References(cluster, Meta.namespace(pod));
        return Meta.items(pod.at("/spec/volumes"))
                .flatMap(volume -> references.missingForVolume(volume).stream())
                .findFirst();
    }

    /** Moves each container on; the answer is whether all of them let the pod go on. */
    private boolean advance(JsonNode pod, String which, JsonNode statuses) {
        boolean first = which.equals("initContainers");
        for (JsonNode status : statuses) {
            Meta.items(pod.path("spec").path(which))
                    .filter(spec -> Meta.text(spec, "/name").equals(Meta.text(status, "/name")))
                    .forEach(spec -> container(pod, spec, (ObjectNode) status).advance(fate(pod, spec, first)));
        }
        return Meta.items(statuses).allMatch(Kubelet::hasEndedWell);
    }

    private Container container(JsonNode pod, JsonNode spec, ObjectNode status) {
        return new Container(pod, spec, status, pace, events, cluster.timestamp());
    }

    /** A container that runs before the others ends when its work is done. */
    private Fate fate(JsonNode pod, JsonNode spec, boolean first) {
        Fate fate = fates.of(pod, spec);
        return first && (fate instanceof Fate.Runs || fate instanceof Fate.NeverReady) ? Fate.Exits.with(0) : fate;
    }

    private static boolean hasEndedWell(JsonNode status) {
        return status.at("/state/terminated/exitCode").asInt(-1) == 0;
    }

    private void conclude(ObjectNode pod, Conditions conditions) {
        List<JsonNode> all =
                Meta.items(conditions.status().path("containerStatuses")).toList();
        conditions.status().put("phase", phase(all));
        boolean ready = all.stream().allMatch(status -> status.path("ready").asBoolean(false));
        boolean done = all.stream().allMatch(Kubelet::hasEndedWell);
        boolean initialized =
                Meta.items(conditions.status().path("initContainerStatuses")).allMatch(Kubelet::hasEndedWell);
        String unready = "containers with unready status: "
                + all.stream()
                        .filter(status -> !status.path("ready").asBoolean(false))
                        .map(status -> Meta.text(status, "/name"))
                        .toList()
                        .toString()
                        .replace(",", "");
        String reason = ready ? "" : done ? "PodCompleted" : "ContainersNotReady";
        conditions.set("Initialized", initialized, initialized ? "" : "ContainersNotInitialized", "");
        conditions.set("ContainersReady", ready, reason, ready || done ? "" : unready);
        conditions.set("Ready", ready, reason, ready || done ? "" : unready);
        pod.set("status", conditions.status());
    }

    private static String phase(List<JsonNode> all) {
        if (all.stream().allMatch(Kubelet::hasEndedWell)) {
            return "Succeeded";
        }
        Stream<JsonNode> states = all.stream().map(status -> status.path("state"));
        if (states.allMatch(state -> state.has("terminated"))) {
            return "Failed";
        }
        boolean begun = all.stream()
                .allMatch(status -> status.path("state").has("running")
                        || status.path("restartCount").asInt(0) > 0
                        || status.path("state").has("terminated"));
        return begun ? "Running" : "Pending";
    }
}
