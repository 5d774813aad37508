package io.cosmopilot.deploy.sandbox.http;

import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** The scale of a workload, as a document of its own. */
final class Scale {

    private Scale() {}

    static ObjectNode of(Target target, JsonNode workload) {
        if (!target.kind().scales()) {
            throw Refusal.noSuchPath();
        }
        ObjectNode scale = Meta.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        scale.putObject("metadata")
                .put("name", Meta.name(workload))
                .put("namespace", Meta.namespace(workload))
                .put("uid", Meta.uid(workload))
                .put("resourceVersion", Meta.resourceVersion(workload))
                .put("creationTimestamp", Meta.text(workload, "/metadata/creationTimestamp"));
        scale.putObject("spec").put("replicas", workload.at("/spec/replicas").asInt(0));
        scale.putObject("status")
                .put("replicas", workload.at("/status/replicas").asInt(0))
                .put("selector", selector(workload));
        return scale;
    }

    private static String selector(JsonNode workload) {
        return workload.at("/spec/selector/matchLabels").properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asString(""))
                .collect(Collectors.joining(","));
    }

    /** Takes the replicas, and the version they were read at, over into the workload. */
    static ObjectNode into(ObjectNode workload, JsonNode scale) {
        workload.withObject("/spec").put("replicas", scale.at("/spec/replicas").asInt(0));
        scale.at("/metadata")
                .optional("resourceVersion")
                .ifPresent(version -> workload.withObject("/metadata").set("resourceVersion", version));
        return workload;
    }
}
