package io.cosmopilot.deploy.sandbox.pods;

import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** Nodes that keep pods off, except those that tolerate it. */
final class Taints {

    private static final Set<String> REPELLING = Set.of("NoSchedule", "NoExecute");

    private Taints() {}

    static Optional<String> problem(JsonNode pod, JsonNode node) {
        return Meta.items(node.at("/spec/taints"))
                .filter(taint -> REPELLING.contains(Meta.text(taint, "/effect")))
                .filter(taint -> Meta.items(pod.at("/spec/tolerations")).noneMatch(one -> tolerates(one, taint)))
                .map(taint -> "node(s) had untolerated taint {%s: %s}"
                        .formatted(Meta.text(taint, "/key"), Meta.text(taint, "/value")))
                .findFirst();
    }

    private static boolean tolerates(JsonNode toleration, JsonNode taint) {
        String effect = Meta.text(toleration, "/effect");
        String key = Meta.text(toleration, "/key");
        boolean exists = Meta.text(toleration, "/operator").equals("Exists");
        return (effect.isEmpty() || effect.equals(Meta.text(taint, "/effect")))
                && ((key.isEmpty() && exists) || key.equals(Meta.text(taint, "/key")))
                && (exists || Meta.text(toleration, "/value").equals(Meta.text(taint, "/value")));
    }
}
