package io.cosmopilot.deploy.sandbox.store;

import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what every Kubernetes object has. */
public final class Meta {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private Meta() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The text at a JSON pointer, or nothing when it is absent. */
    public static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString("");
    }

    public static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    public static String name(JsonNode object) {
        return text(object, "/metadata/name");
    }

    public static String namespace(JsonNode object) {
        return text(object, "/metadata/namespace");
    }

    public static String uid(JsonNode object) {
        return text(object, "/metadata/uid");
    }

    public static String resourceVersion(JsonNode object) {
        return text(object, "/metadata/resourceVersion");
    }

    public static long generation(JsonNode object) {
        return object.at("/metadata/generation").asLong(0);
    }

    public static JsonNode labels(JsonNode object) {
        return object.at("/metadata/labels");
    }

    public static boolean isBeingDeleted(JsonNode object) {
        return !text(object, "/metadata/deletionTimestamp").isEmpty();
    }

    public static boolean hasFinalizers(JsonNode object) {
        return !object.at("/metadata/finalizers").isEmpty()
                || !object.at("/spec/finalizers").isEmpty();
    }

    public static Stream<JsonNode> owners(JsonNode object) {
        return items(object.at("/metadata/ownerReferences"));
    }

    /** The uid of the one owner that controls the object. */
    public static Optional<String> controller(JsonNode object) {
        return owners(object)
                .filter(owner -> owner.path("controller").asBoolean(false))
                .map(owner -> owner.path("uid").asString(""))
                .findFirst();
    }

    public static boolean isControlledBy(JsonNode object, JsonNode owner) {
        return controller(object).filter(Meta.uid(owner)::equals).isPresent();
    }
}
