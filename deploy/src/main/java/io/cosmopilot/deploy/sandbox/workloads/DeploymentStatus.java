package io.cosmopilot.deploy.sandbox.workloads;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.control.Conditions;
import io.cosmopilot.deploy.sandbox.control.Pace;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** What a Deployment says of its roll-out, as {@code kubectl rollout status} reads it. */
record DeploymentStatus(Cluster cluster, Pace pace) {

    void observe(ObjectNode deployment, Rollout rollout) {
        cluster.observe(Key.of(Kinds.DEPLOYMENT, deployment), live -> {
            ObjectNode before = live.withObject("/status").deepCopy();
            ObjectNode status = live.withObject("/status");
            count(status, deployment, rollout);
            Conditions conditions = new Conditions(status, cluster.timestamp());
            available(conditions, rollout);
            failure(conditions, rollout);
            progress(conditions, deployment, rollout, before);
        });
    }

    private static Stream<ObjectNode> all(Rollout rollout) {
        return Stream.concat(Stream.of(rollout.fresh()), rollout.old().stream());
    }

    private static void count(ObjectNode status, ObjectNode deployment, Rollout rollout) {
        int replicas = all(rollout).mapToInt(Rollout::replicas).sum();
        int available = all(rollout).mapToInt(Rollout::available).sum();
        status.put("observedGeneration", (int) Meta.generation(deployment));
        number(status, "replicas", replicas);
        number(status, "updatedReplicas", Rollout.replicas(rollout.fresh()));
        number(status, "readyReplicas", all(rollout).mapToInt(Rollout::ready).sum());
        number(status, "availableReplicas", available);
        number(status, "unavailableReplicas", Math.max(0, rollout.total() - available));
    }

    /** A real API server leaves zeros out. */
    private static void number(ObjectNode status, String field, int value) {
        if (value == 0) {
            status.remove(field);
        } else {
            status.put(field, value);
        }
    }

    private static void available(Conditions conditions, Rollout rollout) {
        int available = all(rollout).mapToInt(Rollout::available).sum();
        boolean enough = available >= rollout.least();
        conditions.setUpdated(
                "Available",
                enough,
                enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                enough ? "Deployment has minimum availability." : "Deployment does not have minimum availability.");
    }

    private static void failure(Conditions conditions, Rollout rollout) {
        Optional<JsonNode> failure = all(rollout)
                .flatMap(set -> Conditions.find(set, "ReplicaFailure").stream())
                .findFirst();
        failure.ifPresentOrElse(
                cause -> conditions.setUpdated(
                        "ReplicaFailure", true, Meta.text(cause, "/reason"), Meta.text(cause, "/message")),
                () -> conditions.remove("ReplicaFailure"));
    }

    private void progress(Conditions conditions, ObjectNode deployment, Rollout rollout, ObjectNode before) {
        String set = Meta.name(rollout.fresh());
        if (isComplete(rollout)) {
            conditions.setUpdated(
                    "Progressing",
                    true,
                    "NewReplicaSetAvailable",
                    "ReplicaSet \"%s\" has successfully progressed.".formatted(set));
        } else if (hasMoved(before, conditions.status())) {
            conditions.setUpdated(
                    "Progressing", true, "ReplicaSetUpdated", "ReplicaSet \"%s\" is progressing.".formatted(set));
            touch(conditions);
        } else if (isLate(deployment, before)) {
            conditions.setUpdated(
                    "Progressing",
                    false,
                    "ProgressDeadlineExceeded",
                    "ReplicaSet \"%s\" has timed out progressing.".formatted(set));
        }
    }

    private static boolean isComplete(Rollout rollout) {
        int wanted = rollout.wanted();
        return Rollout.replicas(rollout.fresh()) == wanted
                && Rollout.available(rollout.fresh()) == wanted
                && rollout.old().stream().allMatch(old -> Rollout.replicas(old) == 0);
    }

    private static boolean hasMoved(ObjectNode before, ObjectNode after) {
        return before.path("conditions").isMissingNode()
                || !before.path("observedGeneration").equals(after.path("observedGeneration"))
                || after.path("updatedReplicas").asInt(0)
                        > before.path("updatedReplicas").asInt(0)
                || after.path("readyReplicas").asInt(0)
                        > before.path("readyReplicas").asInt(0)
                || after.path("availableReplicas").asInt(0)
                        > before.path("availableReplicas").asInt(0)
                || old(after) < old(before);
    }

    private static int old(JsonNode status) {
        return status.path("replicas").asInt(0) - status.path("updatedReplicas").asInt(0);
    }

    private void touch(Conditions conditions) {
        Meta.items(conditions.status().path("conditions"))
                .filter(condition -> Meta.text(condition, "/type").equals("Progressing"))
                .forEach(condition -> ((ObjectNode) condition).put("lastUpdateTime", cluster.timestamp()));
    }

    private boolean isLate(ObjectNode deployment, ObjectNode before) {
        Duration patience = Duration.ofSeconds(
                deployment.at("/spec/progressDeadlineSeconds").asInt(600));
        ObjectNode past = Meta.object();
        past.set("status", before);
        Optional<Instant> last = Conditions.find(past, "Progressing")
                .filter(condition -> Meta.text(condition, "/status").equals("True")
                        && !Meta.text(condition, "/reason").equals("NewReplicaSetAvailable"))
                .map(condition -> Instant.parse(Meta.text(condition, "/lastUpdateTime")));
        if (last.isEmpty()) {
            return false;
        }
        Duration left = Duration.between(cluster.now(), last.get().plus(patience));
        if (left.isPositive()) {
            pace.lookAgainIn("deadline " + Meta.uid(deployment), left);
        }
        return !left.isPositive();
    }
}
