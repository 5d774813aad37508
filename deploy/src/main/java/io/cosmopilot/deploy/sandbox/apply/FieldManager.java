package io.cosmopilot.deploy.sandbox.apply;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** One entry of {@code metadata.managedFields}: who set which fields, how and when. */
record FieldManager(String name, Operation operation, String apiVersion, String time, FieldSet fields) {

    enum Operation {
        Apply,
        Update
    }

    static FieldManager read(JsonNode entry) {
        return new FieldManager(
                Meta.text(entry, "/manager"),
                Operation.valueOf(entry.path("operation").asString("Update")),
                Meta.text(entry, "/apiVersion"),
                Meta.text(entry, "/time"),
                FieldSet.fromFieldsV1(entry.path("fieldsV1")));
    }

    static FieldManager of(String name, Operation operation, String apiVersion, Instant now) {
        return new FieldManager(
                name, operation, apiVersion, now.truncatedTo(ChronoUnit.SECONDS).toString(), FieldSet.NOTHING);
    }

    boolean is(String name, Operation operation) {
        return this.name.equals(name) && this.operation == operation;
    }

    FieldManager with(FieldSet fields) {
        return new FieldManager(name, operation, apiVersion, time, fields);
    }

    /** The time of the last change does not count. */
    boolean managesSameAs(FieldManager other) {
        return is(other.name, other.operation) && apiVersion.equals(other.apiVersion) && fields.equals(other.fields);
    }

    ObjectNode toJson() {
        ObjectNode entry = Meta.object()
                .put("manager", name)
                .put("operation", operation.name())
                .put("apiVersion", apiVersion)
                .put("time", time)
                .put("fieldsType", "FieldsV1");
        entry.set("fieldsV1", fields.toFieldsV1());
        return entry;
    }
}
