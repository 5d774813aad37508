package io.cosmopilot.deploy.sandbox.workloads;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The arithmetic of a Deployment's roll-out: how many replicas each of its ReplicaSets gets now. */
record Rollout(JsonNode deployment, ObjectNode fresh, List<ObjectNode> old) {

    Rollout {
        old = List.copyOf(old);
    }

    int wanted() {
        return deployment.at("/spec/replicas").asInt(1);
    }

    boolean recreates() {
        return deployment.at("/spec/strategy/type").asString("").equals("Recreate");
    }

    /** The new ReplicaSet's size. */
    int freshSize() {
        int now = size(fresh);
        if (now >= wanted()) {
            return wanted();
        }
        if (recreates()) {
            return old.stream().anyMatch(set -> replicas(set) > 0) ? now : wanted();
        }
        int room = wanted() + maxSurge() - total();
        return room > 0 ? Math.min(wanted(), now + room) : now;
    }

    /** How many replicas of the old ReplicaSets may go, not yet ready ones first. */
    int mayGo() {
        int oldTotal = old.stream().mapToInt(Rollout::size).sum();
        if (recreates()) {
            return oldTotal;
        }
        int freshUnavailable = size(fresh) - available(fresh);
        return Math.clamp(total() - least() - freshUnavailable, 0, oldTotal);
    }

    /** As many must always be available. */
    int least() {
        return recreates() ? wanted() : wanted() - maxUnavailable();
    }

    int total() {
        return size(fresh) + old.stream().mapToInt(Rollout::size).sum();
    }

    private int maxSurge() {
        return share("maxSurge", RoundingMode.CEILING);
    }

    private int maxUnavailable() {
        int some = share("maxUnavailable", RoundingMode.FLOOR);
        return some == 0 && maxSurge() == 0 ? 1 : some;
    }

    private int share(String field, RoundingMode rounding) {
        JsonNode value = deployment.at("/spec/strategy/rollingUpdate").path(field);
        String text = value.asString("25%");
        if (value.isNumber() || !text.endsWith("%")) {
            return value.asInt(0);
        }
        return new BigDecimal(text.substring(0, text.length() - 1))
                .multiply(BigDecimal.valueOf(wanted()))
                .divide(BigDecimal.valueOf(100), 0, rounding)
                .intValue();
    }

    static int size(JsonNode set) {
        return set.at("/spec/replicas").asInt(0);
    }

    static int replicas(JsonNode set) {
        return set.at("/status/replicas").asInt(0);
    }

    static int ready(JsonNode set) {
        return set.at("/status/readyReplicas").asInt(0);
    }

    static int available(JsonNode set) {
        return set.at("/status/availableReplicas").asInt(0);
    }
}
