package io.cosmopilot.deploy.sandbox.apply;

import java.time.Instant;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Notes who changed which fields when an object is written without server-side apply. */
public record Tracking(String writer, Instant now) {

    public ObjectNode track(JsonNode before, ObjectNode after) {
        return FieldManagers.track(before, after, writer, now);
    }
}
