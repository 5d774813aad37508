package io.cosmopilot.deploy.sandbox.http;

import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Listing;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** get and list. */
record Reads(Cluster cluster) {

    JsonNode get(Target target) {
        ObjectNode object = cluster.get(target.key());
        return switch (target.part()) {
            case "", "status" -> object;
            case "scale" -> Scale.of(target, object);
            default -> throw Refusal.noSuchPath();
        };
    }

    ObjectNode list(Target target, ApiRequest request) {
        Listing listing = cluster.store().listing(target.kind(), target.namespace());
        Predicate<JsonNode> wanted = selection(request);
        ObjectNode list = Meta.object()
                .put("kind", target.kind().name() + "List")
                .put("apiVersion", target.kind().apiVersion());
        list.putObject("metadata").put("resourceVersion", Long.toString(listing.version()));
        ArrayNode items = list.putArray("items");
        listing.items().stream().filter(wanted).forEach(items::add);
        return list;
    }

    /** What the request's selectors let through. */
    static Predicate<JsonNode> selection(ApiRequest request) {
        return LabelSelector.parse(request.parameter("labelSelector"))
                .and(FieldSelector.parse(request.parameter("fieldSelector")));
    }

    static Predicate<JsonNode> selection(Target target, ApiRequest request) {
        return selection(request)
                .and(object -> target.isCollection()
                        || Key.of(target.kind(), object).name().equals(target.name()))
                .and(object ->
                        target.namespace().isEmpty() || Meta.namespace(object).equals(target.namespace()));
    }
}
