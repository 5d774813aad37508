package io.cosmopilot.deploy.sandbox.workloads;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Suffix;
import io.cosmopilot.deploy.sandbox.control.Ownership;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** A workload's pod template and the label by which its pods know their generation. */
record Template(JsonNode template, String hashLabel) {

    static final String HASH = "pod-template-hash";
    static final String REVISION = "controller-revision-hash";

    static Template of(JsonNode workload, String hashLabel) {
        return new Template(workload.at("/spec/template"), hashLabel);
    }

    String hash() {
        return Suffix.of(plain().hashCode());
    }

    boolean isSameAs(Template other) {
        return plain().equals(other.plain());
    }

    private JsonNode plain() {
        JsonNode copy = template.deepCopy();
        if (copy.at("/metadata/labels") instanceof ObjectNode labels) {
            labels.remove(hashLabel);
        }
        return copy;
    }

    ObjectNode hashed(String hash) {
        ObjectNode copy = (ObjectNode) template.deepCopy();
        copy.withObject("/metadata/labels").put(hashLabel, hash);
        return copy;
    }

    /** A pod of this template, controlled by its workload. */
    ObjectNode pod(JsonNode owner) {
        ObjectNode pod = (ObjectNode) template.deepCopy();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        if (pod.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("name", "namespace", "creationTimestamp"));
        }
        pod.withObject("/metadata").put("generateName", Meta.name(owner) + "-");
        Ownership.control(pod, owner);
        return pod;
    }
}
