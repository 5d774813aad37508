package io.cosmopilot.deploy.sandbox.control;

import java.time.Duration;
import java.time.Instant;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.cluster.Suffix;
import io.cosmopilot.deploy.sandbox.cluster.Write;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** Tells what happened to an object, in the cluster's own words. */
public record Events(Cluster cluster, String component) implements Controller {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration REPEATED_AT_MOST = Duration.ofSeconds(10);

    public void normal(JsonNode about, String reason, String message) {
        record("Normal", about, reason, message);
    }

    public void warning(JsonNode about, String reason, String message) {
        record("Warning", about, reason, message);
    }

    private void record(String type, JsonNode about, String reason, String message) {
        String namespace = Meta.namespace(about).isEmpty() ? "default" : Meta.namespace(about);
        // the same event is one object, however often it happens
        String name = Meta.name(about) + "." + Suffix.of((Meta.uid(about) + reason + message).hashCode());
        Key key = new Key(Kinds.EVENT, namespace, name);
        try {
            cluster.store().together(() -> {
                if (cluster.find(key).isPresent()) {
                    return cluster.update(key, Cluster.changed(this::repeat), Write.BY_CONTROLLER);
                }
                ObjectNode event = event(name, type, about, reason, message);
                return cluster.create(Kinds.EVENT, namespace, event, Write.BY_CONTROLLER);
            });
        } catch (Refusal gone) {
            // the namespace is going: nobody is left to read the event
        }
    }

    private ObjectNode event(String name, String type, JsonNode about, String reason, String message) {
        ObjectNode event = Meta.object();
        event.putObject("metadata").put("name", name);
        event.putObject("involvedObject")
                .put("kind", Meta.text(about, "/kind"))
                .put("namespace", Meta.namespace(about))
                .put("name", Meta.name(about))
                .put("uid", Meta.uid(about))
                .put("apiVersion", Meta.text(about, "/apiVersion"))
                .put("resourceVersion", Meta.resourceVersion(about));
        event.putObject("source").put("component", component);
        return event.put("type", type)
                .put("reason", reason)
                .put("message", message)
                .put("count", 1)
                .put("firstTimestamp", cluster.timestamp())
                .put("lastTimestamp", cluster.timestamp())
                .put("reportingComponent", component);
    }

    private void repeat(ObjectNode event) {
        Instant last = Instant.parse(Meta.text(event, "/lastTimestamp"));
        if (last.plus(REPEATED_AT_MOST).isBefore(cluster.now())) {
            event.put("count", event.path("count").asInt(1) + 1).put("lastTimestamp", cluster.timestamp());
        }
    }

    /** Forgets old events, as a real cluster does after an hour. */
    @Override
    public void reconcile() {
        Instant oldest = cluster.now().minus(KEPT);
        cluster.list(Kinds.EVENT).stream()
                .filter(event -> isOlder(event, oldest))
                .map(event -> Key.of(Kinds.EVENT, event))
                .forEach(cluster.store()::remove);
    }

    private static boolean isOlder(JsonNode event, Instant oldest) {
        String last = Meta.text(event, "/lastTimestamp");
        return !last.isEmpty() && Instant.parse(last).isBefore(oldest);
    }
}
