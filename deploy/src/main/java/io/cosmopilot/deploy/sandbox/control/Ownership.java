package io.cosmopilot.deploy.sandbox.control;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** Who made what. */
public final class Ownership {

    private Ownership() {}

    public static List<ObjectNode> owned(Cluster cluster, Kind kind, JsonNode owner) {
        return cluster.list(kind, Meta.namespace(owner)).stream()
                .filter(object -> Meta.isControlledBy(object, owner))
                .toList();
    }

    public static void control(ObjectNode object, JsonNode owner) {
        object.withArray("/metadata/ownerReferences")
                .addObject()
                .put("apiVersion", Meta.text(owner, "/apiVersion"))
                .put("kind", Meta.text(owner, "/kind"))
                .put("name", Meta.name(owner))
                .put("uid", Meta.uid(owner))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }
}
