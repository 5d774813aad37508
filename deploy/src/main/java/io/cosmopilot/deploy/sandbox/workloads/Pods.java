package io.cosmopilot.deploy.sandbox.workloads;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.control.Conditions;
import io.cosmopilot.deploy.sandbox.control.Ownership;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** The living pods of a workload. */
record Pods(Collection<ObjectNode> all) {

    static Pods of(Cluster cluster, JsonNode owner) {
        return new Pods(Ownership.owned(cluster, Kinds.POD, owner).stream()
                .filter(pod -> !isOver(pod) && !Meta.isBeingDeleted(pod))
                .toList());
    }

    static boolean isOver(JsonNode pod) {
        return List.of("Succeeded", "Failed").contains(Meta.text(pod, "/status/phase"));
    }

    static boolean isReady(JsonNode pod) {
        return Conditions.isTrue(pod, "Ready");
    }

    int count() {
        return all.size();
    }

    int ready() {
        return (int) all.stream().filter(Pods::isReady).count();
    }

    /** Ready for at least that many seconds. */
    int available(int seconds, Instant now) {
        return (int) all.stream().filter(pod -> isAvailable(pod, seconds, now)).count();
    }

    private static boolean isAvailable(JsonNode pod, int seconds, Instant now) {
        if (!isReady(pod)) {
            return false;
        }
        String since = Conditions.find(pod, "Ready")
                .map(ready -> Meta.text(ready, "/lastTransitionTime"))
                .orElse("");
        return seconds == 0
                || (!since.isEmpty()
                        && !Instant.parse(since)
                                .plus(Duration.ofSeconds(seconds))
                                .isAfter(now));
    }
}
