package io.cosmopilot.deploy.sandbox.workloads;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.cluster.Deletion;
import io.cosmopilot.deploy.sandbox.cluster.Write;
import io.cosmopilot.deploy.sandbox.control.Conditions;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.control.Events;
import io.cosmopilot.deploy.sandbox.control.Pace;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** Keeps as many pods as a ReplicaSet wants, and says so when it cannot. */
public record ReplicaSets(Cluster cluster, Events events, Pace pace) implements Controller {

    private static final String FAILURE = "ReplicaFailure";

    public ReplicaSets(Cluster cluster, Pace pace) {
        this(cluster, new Events(cluster, "replicaset-controller"), pace);
    }

    @Override
    public void reconcile() {
        cluster.list(Kinds.REPLICA_SET).stream()
                .filter(set -> !Meta.isBeingDeleted(set))
                .forEach(this::reconcile);
    }

    private void reconcile(ObjectNode set) {
        Pods pods = Pods.of(cluster, set);
        int missing = set.at("/spec/replicas").asInt(1) - pods.count();
        Optional<Refusal> refusal = Optional.empty();
        if (missing > 0) {
            refusal = grow(set, missing);
        } else if (missing < 0) {
            shrink(set, pods, -missing);
        }
        observe(set, Pods.of(cluster, set), refusal);
    }

    private Optional<Refusal> grow(ObjectNode set, int missing) {
        for (int i = 0; i < missing; i++) {
            try {
                ObjectNode pod = Template.of(set, Template.HASH).pod(set);
                ObjectNode made = cluster.create(Kinds.POD, Meta.namespace(set), pod, Write.BY_CONTROLLER);
                events.normal(set, "SuccessfulCreate", "Created pod: " + Meta.name(made));
            } catch (Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /** Those go first that do the least: not yet ready, then the youngest. */
    private void shrink(ObjectNode set, Pods pods, int surplus) {
        pods.all().stream()
                .sorted(Comparator.comparing(Pods::isReady)
                        .thenComparing(pod -> Meta.text(pod, "/metadata/creationTimestamp"), Comparator.reverseOrder()))
                .limit(surplus)
                .forEach(pod -> {
                    cluster.delete(Key.of(Kinds.POD, pod), Deletion.CASCADING);
                    events.normal(set, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod));
                });
    }

    private void observe(ObjectNode set, Pods pods, Optional<Refusal> refusal) {
        int patience = set.at("/spec/minReadySeconds").asInt(0);
        int available = pods.available(patience, cluster.now());
        if (available < pods.ready()) {
            pace.lookAgainIn("available " + Meta.uid(set), Duration.ofSeconds(1));
        }
        cluster.observe(Key.of(Kinds.REPLICA_SET, set), live -> {
            ObjectNode status = live.withObject("/status")
                    .put("replicas", pods.count())
                    .put("fullyLabeledReplicas", pods.count())
                    .put("readyReplicas", pods.ready())
                    .put("availableReplicas", available)
                    .put("observedGeneration", (int) Meta.generation(set));
            Conditions conditions = new Conditions(status, cluster.timestamp());
            refusal.ifPresentOrElse(
                    failure -> fail(live, conditions, failure.sentence()), () -> conditions.remove(FAILURE));
        });
    }

    private void fail(JsonNode set, Conditions conditions, String message) {
        String told = Conditions.find(set, FAILURE)
                .map(condition -> Meta.text(condition, "/message"))
                .orElse("");
        // each try is for a pod of another name: only a new cause is news
        if (!cause(told).equals(cause(message))) {
            conditions.set(FAILURE, true, "FailedCreate", message);
            events.warning(set, "FailedCreate", "Error creating: " + message);
        }
    }

    private static String cause(String message) {
        int end = message.indexOf("\" ");
        return end < 0 ? message : message.substring(end);
    }
}
