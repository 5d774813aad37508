package io.cosmopilot.deploy.sandbox.cluster;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** The part of an object's metadata that its writers do not choose, or choose only once. */
final class Identity {

    private static final List<String> KEPT = List.of(
            "name", "namespace", "uid", "creationTimestamp", "generation", "resourceVersion", "deletionTimestamp");

    private Identity() {}

    /** A new object at its place: in the namespace of the request, under its own or a generated name. */
    static ObjectNode placed(Kind kind, String namespace, ObjectNode object) {
        requireKind(kind, object);
        ObjectNode metadata = object.withObject("/metadata");
        String stated = metadata.path("namespace").asString("");
        if (kind.namespaced() && !stated.isEmpty() && !stated.equals(namespace)) {
            throw Refusal.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        if (kind.namespaced()) {
            metadata.put("namespace", namespace);
        } else {
            metadata.remove("namespace");
        }
        String prefix = metadata.path("generateName").asString("");
        if (metadata.path("name").asString("").isEmpty() && !prefix.isEmpty()) {
            metadata.put("name", prefix + Suffix.random());
        }
        return object;
    }

    private static void requireKind(Kind kind, ObjectNode object) {
        String stated = object.path("kind").asString(kind.name());
        String version = object.path("apiVersion").asString(kind.apiVersion());
        if (!stated.equals(kind.name()) || !version.equals(kind.apiVersion())) {
            throw Refusal.badRequest("the object provided is %s, Kind=%s, but this address serves %s, Kind=%s"
                    .formatted(version, stated, kind.apiVersion(), kind.name()));
        }
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.name());
    }

    static ObjectNode named(ObjectNode object, JsonNode placed) {
        object.withObject("/metadata").set("name", placed.at("/metadata/name"));
        placed.at("/metadata")
                .optional("namespace")
                .ifPresent(namespace -> object.withObject("/metadata").set("namespace", namespace));
        return object;
    }

    static void requireSame(Key key, ObjectNode live, ObjectNode wanted) {
        if (differs(Meta.resourceVersion(wanted), Meta.resourceVersion(live))
                || differs(Meta.uid(wanted), Meta.uid(live))) {
            throw Refusal.outdated(key);
        }
        String name = Meta.name(wanted);
        if (!name.isEmpty() && !name.equals(key.name())) {
            throw Refusal.badRequest(
                    "the name of the object (%s) does not match the name on the URL (%s)".formatted(name, key.name()));
        }
    }

    private static boolean differs(String stated, String actual) {
        return !stated.isEmpty() && !stated.equals(actual);
    }

    /** The wanted object with the identity of the living one. */
    static ObjectNode keep(ObjectNode live, ObjectNode wanted) {
        ObjectNode metadata = wanted.withObject("/metadata");
        for (String field : KEPT) {
            metadata.remove(field);
            live.path("metadata").optional(field).ifPresent(value -> metadata.set(field, value));
        }
        wanted.set("apiVersion", live.path("apiVersion"));
        wanted.set("kind", live.path("kind"));
        return wanted;
    }
}
