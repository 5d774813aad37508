package io.cosmopilot.deploy.sandbox.pods;

import java.util.List;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** Which nodes a pod allows. */
record NodeAffinity(JsonNode pod) {

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    boolean allows(JsonNode node) {
        JsonNode labels = Meta.labels(node);
        boolean selected = pod.at("/spec/nodeSelector").properties().stream()
                .allMatch(wanted -> labels.path(wanted.getKey()).equals(wanted.getValue()));
        JsonNode terms = pod.at("/spec/affinity/nodeAffinity").path(REQUIRED).path("nodeSelectorTerms");
        return selected && (terms.isEmpty() || Meta.items(terms).anyMatch(term -> fits(term, node)));
    }

    private static boolean fits(JsonNode term, JsonNode node) {
        return Meta.items(term.path("matchExpressions")).allMatch(rule -> Expression.fits(rule, Meta.labels(node)))
                && Meta.items(term.path("matchFields"))
                        .allMatch(rule -> List.of(Meta.name(node))
                                .equals(Meta.items(rule.path("values"))
                                        .map(value -> value.asString(""))
                                        .toList()));
    }
}
