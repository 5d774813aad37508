package io.cosmopilot.deploy.sandbox.platform;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.control.Conditions;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** Counts the pods that a disruption budget protects. */
public record DisruptionBudgets(Cluster cluster) implements Controller {

    @Override
    public void reconcile() {
        cluster.list(Kinds.DISRUPTION_BUDGET)
                .forEach(budget -> cluster.observe(Key.of(Kinds.DISRUPTION_BUDGET, budget), this::count));
    }

    private void count(ObjectNode budget) {
        JsonNode labels = budget.at("/spec/selector/matchLabels");
        List<ObjectNode> pods = cluster.list(Kinds.POD, Meta.namespace(budget)).stream()
                .filter(pod -> labels.properties().stream()
                        .allMatch(label -> Meta.labels(pod).path(label.getKey()).equals(label.getValue())))
                .toList();
        int healthy = (int)
                pods.stream().filter(pod -> Conditions.isTrue(pod, "Ready")).count();
        int wanted = wanted(budget.path("spec"), pods.size());
        budget.withObject("/status")
                .put("observedGeneration", (int) Meta.generation(budget))
                .put("expectedPods", pods.size())
                .put("currentHealthy", healthy)
                .put("desiredHealthy", wanted)
                .put("disruptionsAllowed", Math.max(0, healthy - wanted));
    }

    private static int wanted(JsonNode spec, int all) {
        return spec.has("maxUnavailable")
                ? Math.max(0, all - share(spec.path("maxUnavailable"), all))
                : share(spec.path("minAvailable"), all);
    }

    /** A number, or a percentage rounded up. */
    private static int share(JsonNode value, int all) {
        String text = value.asString("0");
        return text.endsWith("%")
                ? Math.ceilDiv(Integer.parseInt(text.substring(0, text.length() - 1)) * all, 100)
                : value.asInt(0);
    }
}
