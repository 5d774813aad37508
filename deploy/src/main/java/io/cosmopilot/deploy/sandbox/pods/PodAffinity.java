package io.cosmopilot.deploy.sandbox.pods;

import java.util.Optional;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** The company that a pod wants, and that it avoids. */
record PodAffinity(Cluster cluster, JsonNode pod) {

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    Optional<String> problem(JsonNode node) {
        boolean misses = Meta.items(pod.at("/spec/affinity/podAffinity").path(REQUIRED))
                .anyMatch(term -> !isNear(term, node) && !isFirstOfItsOwn(term));
        if (misses) {
            return Optional.of("node(s) didn't match pod affinity rules");
        }
        boolean meets = Meta.items(pod.at("/spec/affinity/podAntiAffinity").path(REQUIRED))
                .anyMatch(term -> isNear(term, node));
        return meets ? Optional.of("node(s) didn't match pod anti-affinity rules") : Optional.empty();
    }

    private boolean isNear(JsonNode term, JsonNode node) {
        String topology = Meta.text(term, "/topologyKey");
        String here = Meta.labels(node).path(topology).asString("");
        return cluster.list(Kinds.POD, Meta.namespace(pod)).stream()
                .filter(other -> Expression.selects(term.path("labelSelector"), Meta.labels(other)))
                .flatMap(other -> cluster.find(Key.of(Kinds.NODE, Meta.text(other, "/spec/nodeName"))).stream())
                .anyMatch(
                        other -> Meta.labels(other).path(topology).asString("").equals(here));
    }

    /** The first pod of a group that wants to be together has nobody to join yet. */
    private boolean isFirstOfItsOwn(JsonNode term) {
        JsonNode selector = term.path("labelSelector");
        return Expression.selects(selector, Meta.labels(pod))
                && cluster.list(Kinds.POD, Meta.namespace(pod)).stream()
                        .filter(other -> Expression.selects(selector, Meta.labels(other)))
                        .allMatch(other -> Meta.text(other, "/spec/nodeName").isEmpty());
    }
}
