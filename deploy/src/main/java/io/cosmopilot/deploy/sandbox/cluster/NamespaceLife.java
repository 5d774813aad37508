package io.cosmopilot.deploy.sandbox.cluster;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;
import io.cosmopilot.deploy.sandbox.store.Store;

/** Nothing is made in a namespace that does not exist, or that is going. */
record NamespaceLife(Store store) implements Admission {

    @Override
    public void admit(Attempt attempt) {
        if (!attempt.creates() || !attempt.kind().namespaced()) {
            return;
        }
        Key namespace = Key.of(Kinds.NAMESPACE, attempt.key().namespace());
        JsonNode found = store.find(namespace).orElseThrow(() -> Refusal.notFound(namespace));
        if (Meta.isBeingDeleted(found)) {
            throw Refusal.forbidden(
                    attempt.key(),
                    "unable to create new content in namespace %s because it is being terminated"
                            .formatted(namespace.name()));
        }
    }
}
