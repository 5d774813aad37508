package io.cosmopilot.deploy.sandbox.apply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.apply.FieldManager.Operation;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;
import io.cosmopilot.deploy.sandbox.store.Refusal.Cause;

/**
 * Server-side apply: sets what the configuration says, removes what the same manager no longer says, and refuses to take
 * a field from another manager unless forced.
 */
public record ServerSideApply(Key key, String manager, boolean force, Instant now) {

    /**
     * The object as it is after the apply.
     *
     * @param live the object as it is, or an empty one when there is none
     * @throws Refusal 409 naming each manager and field, when other managers hold fields that would change
     */
    public ObjectNode onto(ObjectNode live, ObjectNode configuration) {
        ObjectNode wanted = FieldManagers.manageable(configuration);
        dropNulls(wanted);
        FieldSet applied = FieldSet.of(wanted);
        FieldManagers managers = FieldManagers.of(live);
        FieldSet contested = contested(live, wanted, applied, managers);
        ObjectNode merged = (ObjectNode) Tree.merge(FieldPath.ROOT, live, wanted);
        dropAbandoned(merged, applied, managers);
        return managers.withOthers(manager, Operation.Apply, set -> set.without(contested))
                .with(FieldManager.of(manager, Operation.Apply, Meta.text(configuration, "/apiVersion"), now)
                        .with(applied))
                .writeTo(named(merged, configuration));
    }

    private static ObjectNode named(ObjectNode merged, ObjectNode configuration) {
        merged.set("apiVersion", configuration.path("apiVersion"));
        merged.set("kind", configuration.path("kind"));
        return merged;
    }

    private FieldSet contested(ObjectNode live, ObjectNode wanted, FieldSet applied, FieldManagers managers) {
        FieldSet changing =
                applied.only(path -> !path.isItem() && !Tree.at(live, path).equals(Tree.at(wanted, path)));
        List<FieldManager> rivals = managers.others(manager, Operation.Apply).stream()
                .map(other -> other.with(other.fields().only(changing::contains)))
                .filter(other -> !other.fields().isEmpty())
                .toList();
        if (!force && !rivals.isEmpty()) {
            throw refusal(rivals);
        }
        return changing;
    }

    private Refusal refusal(List<FieldManager> rivals) {
        List<Cause> causes = new ArrayList<>();
        rivals.forEach(rival -> rival.fields()
                .paths()
                .forEach(path -> causes.add(
                        new Cause("FieldManagerConflict", "conflict with " + introduced(rival), path.toString()))));
        String message = "Apply failed with %d %s: %s"
                .formatted(
                        causes.size(),
                        causes.size() == 1 ? "conflict" : "conflicts",
                        rivals.stream().map(ServerSideApply::complaint).collect(Collectors.joining("\n")));
        return Refusal.contested(key, message, causes);
    }

    private static String complaint(FieldManager rival) {
        List<String> fields =
                rival.fields().paths().stream().map(FieldPath::toString).toList();
        return fields.size() == 1
                ? "conflict with " + introduced(rival) + ": " + fields.getFirst()
                : "conflicts with " + introduced(rival) + ":\n- " + String.join("\n- ", fields);
    }

    private static String introduced(FieldManager rival) {
        return "\"%s\" using %s".formatted(rival.name(), rival.apiVersion());
    }

    /** What this manager set before and does not set now goes, with all below it, unless another one set it too. */
    private void dropAbandoned(ObjectNode merged, FieldSet applied, FieldManagers managers) {
        FieldSet others = managers.others(manager, Operation.Apply).stream()
                .map(FieldManager::fields)
                .reduce(FieldSet.NOTHING, FieldSet::and);
        managers.fieldsOf(manager, Operation.Apply)
                .withAncestors()
                .without(applied.withAncestors())
                .without(others.withAncestors())
                .paths()
                .forEach(path -> Tree.remove(merged, path));
    }

    /** A field that is set to null is a field that is not set. */
    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
            object.forEach(ServerSideApply::dropNulls);
        } else if (node instanceof ArrayNode list) {
            list.forEach(ServerSideApply::dropNulls);
        }
    }
}
