package io.cosmopilot.deploy.sandbox.cluster;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Store;

/** What belongs to an object that goes. */
record Cascade(Store store) {

    /** The objects that nobody else owns. */
    List<Key> from(JsonNode owner) {
        return dependents(owner)
                .filter(key -> store.find(key).stream()
                        .allMatch(object -> Meta.owners(object).allMatch(reference -> isGone(reference, owner))))
                .toList();
    }

    /** Takes the owner's name out of all that it owns. */
    void orphan(JsonNode owner) {
        dependents(owner)
                .toList()
                .forEach(key -> store.find(key).ifPresent(object -> {
                    ObjectNode free = object.deepCopy();
                    free.withArray("/metadata/ownerReferences").removeIf(reference -> refersTo(reference, owner));
                    store.put(key, free);
                }));
    }

    private Stream<Key> dependents(JsonNode owner) {
        return Kinds.all().stream().flatMap(kind -> of(kind, owner));
    }

    private Stream<Key> of(Kind kind, JsonNode owner) {
        return store.list(kind).stream()
                .filter(object -> Meta.owners(object).anyMatch(reference -> refersTo(reference, owner)))
                .map(object -> Key.of(kind, object));
    }

    private boolean isGone(JsonNode reference, JsonNode owner) {
        return refersTo(reference, owner)
                || Kinds.all().stream()
                        .filter(kind -> kind.name().equals(Meta.text(reference, "/kind")))
                        .flatMap(kind -> store.list(kind).stream())
                        .noneMatch(object -> Meta.uid(object).equals(Meta.text(reference, "/uid")));
    }

    private static boolean refersTo(JsonNode reference, JsonNode owner) {
        return Meta.text(reference, "/uid").equals(Meta.uid(owner));
    }
}
