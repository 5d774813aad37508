package io.cosmopilot.deploy.sandbox.platform;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.control.Conditions;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Store;

/** The pods that a Service leads to. */
public record Selection(Store store, JsonNode service) {

    public List<ObjectNode> ready() {
        return all().stream().filter(Selection::isReady).toList();
    }

    List<ObjectNode> notReady() {
        return all().stream()
                .filter(pod -> !isReady(pod) && !Meta.text(pod, "/status/podIP").isEmpty())
                .toList();
    }

    private static boolean isReady(JsonNode pod) {
        return Conditions.isTrue(pod, "Ready");
    }

    private List<ObjectNode> all() {
        JsonNode selector = service.at("/spec/selector");
        return selector.isEmpty()
                ? List.of()
                : store.list(Kinds.POD, Meta.namespace(service)).stream()
                        .filter(pod -> selector.properties().stream()
                                .allMatch(label ->
                                        Meta.labels(pod).path(label.getKey()).equals(label.getValue())))
                        .toList();
    }
}
