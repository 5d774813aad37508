package io.cosmopilot.deploy.sandbox.control;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** The conditions in an object's status. */
public record Conditions(ObjectNode status, String now) {

    public static Optional<JsonNode> find(JsonNode object, String type) {
        return Meta.items(object.at("/status/conditions"))
                .filter(condition -> Meta.text(condition, "/type").equals(type))
                .findFirst();
    }

    public static boolean isTrue(JsonNode object, String type) {
        return find(object, type)
                .filter(condition -> Meta.text(condition, "/status").equals("True"))
                .isPresent();
    }

    private Optional<ObjectNode> find(String type) {
        return Meta.items(status.path("conditions"))
                .filter(condition -> Meta.text(condition, "/type").equals(type))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    /** Sets a condition; the time of its last transition stays when only the words change. */
    public ObjectNode set(String type, boolean value, String reason, String message) {
        ObjectNode condition = find(type)
                .orElseGet(
                        () -> status.withArrayProperty("conditions").addObject().put("type", type));
        String wanted = value ? "True" : "False";
        if (!Meta.text(condition, "/status").equals(wanted)) {
            condition.put("status", wanted).put("lastTransitionTime", now);
        }
        put(condition, "reason", reason);
        put(condition, "message", message);
        return condition;
    }

    /** As {@link #set}, with the time of the last update, which workloads have. */
    public void setUpdated(String type, boolean value, String reason, String message) {
        ObjectNode before = find(type).map(ObjectNode::deepCopy).orElseGet(Meta::object);
        ObjectNode condition = set(type, value, reason, message);
        if (!condition.equals(before)) {
            condition.put("lastUpdateTime", now);
        }
    }

    public void remove(String type) {
        if (status.has("conditions")) {
            status.withArrayProperty("conditions")
                    .removeIf(condition -> Meta.text(condition, "/type").equals(type));
        }
    }

    private static void put(ObjectNode condition, String field, String text) {
        if (text.isEmpty()) {
            condition.remove(field);
        } else {
            condition.put(field, text);
        }
    }
}
