package io.cosmopilot.deploy.sandbox.pods;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Quantity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** A pod on a node, as a thought: how full the node is, and what speaks against it. */
record Placement(JsonNode node, int neighbours, Optional<String> problem) {

    static Placement of(Cluster cluster, JsonNode pod, JsonNode node) {
        List<ObjectNode> there = cluster.list(Kinds.POD).stream()
                .filter(other -> Meta.text(other, "/spec/nodeName").equals(Meta.name(node)))
                .filter(other -> !List.of("Succeeded", "Failed").contains(Meta.text(other, "/status/phase")))
                .toList();
        return new Placement(node, there.size(), problem(cluster, pod, node, there));
    }

    private static Optional<String> problem(Cluster cluster, JsonNode pod, JsonNode node, List<ObjectNode> there) {
        if (node.at("/spec/unschedulable").asBoolean(false)) {
            return Optional.of("node(s) were unschedulable");
        }
        if (!new NodeAffinity(pod).allows(node)) {
            return Optional.of("node(s) didn't match Pod's node affinity/selector");
        }
        return Taints.problem(pod, node)
                .or(() -> new PodAffinity(cluster, pod).problem(node))
                .or(() -> lacking(pod, node, there));
    }

    private static Optional<String> lacking(JsonNode pod, JsonNode node, List<ObjectNode> there) {
        return Stream.of("cpu", "memory")
                .filter(resource -> used(there.stream(), resource)
                                .add(used(Stream.of(pod), resource))
                                .compareTo(amount(node.at("/status/allocatable").path(resource)))
                        > 0)
                .map("Insufficient "::concat)
                .findFirst();
    }

    private static BigDecimal used(Stream<? extends JsonNode> pods, String resource) {
        return pods.flatMap(pod -> Meta.items(pod.at("/spec/containers")))
                .map(container -> amount(container.at("/resources/requests").path(resource)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(JsonNode quantity) {
        String text = quantity.asString("");
        return text.isEmpty() ? BigDecimal.ZERO : new Quantity(text).getNumericalAmount();
    }
}
