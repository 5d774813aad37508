package io.cosmopilot.deploy.sandbox.apply;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** Reads, merges and removes by field path. */
final class Tree {

    private Tree() {}

    static JsonNode at(JsonNode node, FieldPath path) {
        JsonNode here = node;
        for (String step : path.steps()) {
            here = child(here, step);
        }
        return here;
    }

    private static JsonNode child(JsonNode node, String step) {
        String rest = step.substring(2);
        return switch (step.charAt(0)) {
            case 'f' -> node.path(rest);
            case 'k' -> node instanceof ArrayNode list ? node.path(ListKey.indexOf(list, key(rest))) : missing();
            default -> member(node, rest).orElse(missing());
        };
    }

    private static ObjectNode key(String json) {
        return (ObjectNode) Meta.JSON.readTree(json);
    }

    private static Optional<JsonNode> member(JsonNode list, String json) {
        JsonNode value = Meta.JSON.readTree(json);
        return Meta.items(list).filter(value::equals).findFirst();
    }

    private static JsonNode missing() {
        return MissingNode.getInstance();
    }

    static void remove(ObjectNode root, FieldPath path) {
        String step = path.steps().getLast();
        JsonNode parent =
                at(root, new FieldPath(path.steps().subList(0, path.steps().size() - 1)));
        if (parent instanceof ObjectNode object) {
            object.remove(step.substring(2));
        } else if (parent instanceof ArrayNode list) {
            JsonNode gone = child(list, step);
            list.removeIf(item -> item.equals(gone));
        }
    }

    /** What the object is when every field of the configuration is set in it. */
    static JsonNode merge(FieldPath path, JsonNode live, JsonNode applied) {
        if (live instanceof ObjectNode before && applied instanceof ObjectNode wanted) {
            return Shape.ofObject(path) instanceof Shape.Atomic ? wanted : mergeFields(path, before, wanted);
        }
        if (live instanceof ArrayNode before && applied instanceof ArrayNode wanted) {
            return switch (Shape.ofList(path)) {
                case Shape.Keyed keyed -> mergeItems(path, before, wanted, keyed);
                case Shape.Members members -> mergeMembers(before, wanted);
                case Shape other -> wanted;
            };
        }
        return applied;
    }

    private static ObjectNode mergeFields(FieldPath path, ObjectNode live, ObjectNode applied) {
        ObjectNode merged = live.deepCopy();
        applied.properties()
                .forEach(field -> merged.set(
                        field.getKey(),
                        merge(path.field(field.getKey()), live.path(field.getKey()), field.getValue())));
        return merged;
    }

    /** The configuration's order first, then what others have put there. */
    private static ArrayNode mergeItems(FieldPath path, ArrayNode live, ArrayNode applied, Shape.Keyed shape) {
        ArrayNode merged = Meta.array();
        for (JsonNode item : applied) {
            merged.add(ListKey.of(item, shape.keys())
                    .map(key -> merge(path.item(key), live.path(ListKey.indexOf(live, key)), item))
                    .orElse(item));
        }
        for (JsonNode item : live) {
            ListKey.of(item, shape.keys())
                    .filter(key -> ListKey.indexOf(applied, key) < 0)
                    .ifPresent(key -> merged.add(item));
        }
        return merged;
    }

    private static ArrayNode mergeMembers(ArrayNode live, ArrayNode applied) {
        ArrayNode merged = applied.deepCopy();
        live.forEach(member -> {
            if (Meta.items(applied).noneMatch(member::equals)) {
                merged.add(member);
            }
        });
        return merged;
    }
}
