package io.cosmopilot.deploy.sandbox.apply;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.apply.FieldManager.Operation;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** All field managers of one object. */
record FieldManagers(List<FieldManager> all) {

    private static final List<String> OF_THE_SERVER = List.of(
            "name",
            "namespace",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "managedFields",
            "selfLink");

    FieldManagers {
        all = List.copyOf(all);
    }

    static FieldManagers of(JsonNode object) {
        return new FieldManagers(Meta.items(object.at("/metadata/managedFields"))
                .map(FieldManager::read)
                .toList());
    }

    /** What of an object can be managed by somebody: not its identity, not its status. */
    static ObjectNode manageable(ObjectNode object) {
        ObjectNode rest = object.deepCopy();
        rest.remove(List.of("apiVersion", "kind", "status"));
        if (rest.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(OF_THE_SERVER);
        }
        if (rest.path("metadata").isEmpty()) {
            rest.remove("metadata");
        }
        return rest;
    }

    FieldSet fieldsOf(String name, Operation operation) {
        return all.stream()
                .filter(manager -> manager.is(name, operation))
                .map(FieldManager::fields)
                .reduce(FieldSet.NOTHING, FieldSet::and);
    }

    List<FieldManager> others(String name, Operation operation) {
        return all.stream().filter(manager -> !manager.is(name, operation)).toList();
    }

    FieldManagers withOthers(String name, Operation operation, UnaryOperator<FieldSet> change) {
        return new FieldManagers(all.stream()
                .map(manager -> manager.is(name, operation) ? manager : manager.with(change.apply(manager.fields())))
                .toList());
    }

    /** Each manager keeps its place, so that repeating an apply changes nothing at all. */
    FieldManagers with(FieldManager mine) {
        List<FieldManager> replaced = all.stream()
                .map(manager ->
                        manager.is(mine.name(), mine.operation()) && !mine.managesSameAs(manager) ? mine : manager)
                .toList();
        boolean known = all.stream().anyMatch(manager -> manager.is(mine.name(), mine.operation()));
        return new FieldManagers(
                known ? replaced : Stream.concat(all.stream(), Stream.of(mine)).toList());
    }

    /** Records the fields that a plain write has changed as the writer's, and forgets those that are gone. */
    static ObjectNode track(JsonNode before, ObjectNode after, String writer, Instant now) {
        ObjectNode old = before instanceof ObjectNode object ? manageable(object) : Meta.object();
        ObjectNode fresh = manageable(after);
        FieldSet changed = FieldSet.of(fresh)
                .only(path -> !Tree.at(old, path).equals(Tree.at(fresh, path)))
                .only(path -> !path.isItem() || Tree.at(old, path).isMissingNode());
        FieldManagers managers = of(before).withOthers(writer, Operation.Update, set -> set.without(changed));
        FieldSet mine = managers.fieldsOf(writer, Operation.Update).and(changed);
        FieldManager entry = FieldManager.of(writer, Operation.Update, Meta.text(after, "/apiVersion"), now);
        return managers.with(entry.with(mine)).onlyPresentIn(fresh).writeTo(after);
    }

    FieldManagers onlyPresentIn(ObjectNode object) {
        return new FieldManagers(all.stream()
                .map(manager -> manager.with(
                        manager.fields().only(path -> !Tree.at(object, path).isMissingNode())))
                .toList());
    }

    ObjectNode writeTo(ObjectNode object) {
        ArrayNode entries = Meta.array();
        all.stream().filter(manager -> !manager.fields().isEmpty()).forEach(manager -> entries.add(manager.toJson()));
        object.withObjectProperty("metadata").set("managedFields", entries);
        return object;
    }
}
