package io.cosmopilot.deploy.sandbox.platform;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.cluster.Deletion;
import io.cosmopilot.deploy.sandbox.cluster.Write;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** Gives each namespace its default service account, and empties those that are being deleted. */
public record Namespaces(Cluster cluster) implements Controller {

    @Override
    public void reconcile() {
        cluster.list(Kinds.NAMESPACE).forEach(namespace -> {
            if (Meta.isBeingDeleted(namespace)) {
                empty(namespace);
            } else {
                furnish(Meta.name(namespace));
            }
        });
    }

    private void furnish(String namespace) {
        Key account = new Key(Kinds.SERVICE_ACCOUNT, namespace, "default");
        if (cluster.find(account).isEmpty()) {
            ObjectNode object = Meta.object();
            object.putObject("metadata").put("name", "default");
            cluster.create(Kinds.SERVICE_ACCOUNT, namespace, object, Write.BY_CONTROLLER);
        }
    }

    private void empty(ObjectNode namespace) {
        List<Key> content = content(Meta.name(namespace));
        content.stream()
                .filter(key -> cluster.find(key).isPresent())
                .forEach(key -> cluster.delete(key, Deletion.CASCADING));
        if (content(Meta.name(namespace)).isEmpty()) {
            cluster.update(
                    Key.of(Kinds.NAMESPACE, namespace),
                    Cluster.changed(live -> live.withObject("/spec").remove("finalizers")),
                    Write.BY_CONTROLLER);
        }
    }

    private List<Key> content(String namespace) {
        return Kinds.all().stream()
                .filter(Kind::namespaced)
                .flatMap(kind -> cluster.list(kind, namespace).stream().map(object -> Key.of(kind, object)))
                .toList();
    }
}
