package io.cosmopilot.deploy.sandbox.apply;

import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** A change to one object, in one of the three forms that are not server-side apply. */
public sealed interface Patch {

    ObjectNode applyTo(ObjectNode object);

    /** Reads the patch that a content type announces. */
    static Patch of(String contentType, JsonNode body) {
        return switch (contentType) {
            case "application/json-patch+json" -> new Operations(body);
            case "application/merge-patch+json" -> new Merge(body);
            case "application/strategic-merge-patch+json" -> new Strategic(body);
            default ->
                throw Refusal.unsupportedMediaType("the body of the request was in an unknown format - accepted media "
                        + "types include: application/json-patch+json, application/merge-patch+json, "
                        + "application/strategic-merge-patch+json, application/apply-patch+yaml");
        };
    }

    /** RFC 6902. */
    record Operations(JsonNode operations) implements Patch {
        @Override
        public ObjectNode applyTo(ObjectNode object) {
            try {
                return (ObjectNode) JsonPatch.apply(operations, object);
            } catch (JsonPatchException | ClassCastException e) {
                throw Refusal.badRequest("the server rejected our request due to an error in our request: " + e);
            }
        }
    }

    /** RFC 7386. */
    record Merge(JsonNode patch) implements Patch {
        @Override
        public ObjectNode applyTo(ObjectNode object) {
            return (ObjectNode) merge(object, patch);
        }

        private static JsonNode merge(JsonNode target, JsonNode patch) {
            if (!(patch instanceof ObjectNode fields)) {
                return patch;
            }
            ObjectNode merged = target instanceof ObjectNode object ? object.deepCopy() : Meta.object();
            fields.properties().forEach(field -> {
                if (field.getValue().isNull()) {
                    merged.remove(field.getKey());
                } else {
                    merged.set(field.getKey(), merge(merged.path(field.getKey()), field.getValue()));
                }
            });
            return merged;
        }
    }

    /** Kubernetes' own: like a merge patch, but the items of keyed lists are merged, and {@code $patch} directs. */
    record Strategic(JsonNode patch) implements Patch {

        private static final String DIRECTIVE = "$patch";

        @Override
        public ObjectNode applyTo(ObjectNode object) {
            return (ObjectNode) merge(FieldPath.ROOT, object, patch);
        }

        private static JsonNode merge(FieldPath path, JsonNode target, JsonNode patch) {
            if (patch instanceof ObjectNode fields) {
                return mergeFields(path, target, fields);
            }
            if (patch instanceof ArrayNode items && Shape.ofList(path) instanceof Shape.Keyed shape) {
                return mergeItems(path, target, items, shape.keys().getFirst());
            }
            return patch;
        }

        private static JsonNode mergeFields(FieldPath path, JsonNode target, ObjectNode patch) {
            boolean afresh = patch.path(DIRECTIVE).asString("").equals("replace");
            ObjectNode merged = target instanceof ObjectNode object && !afresh ? object.deepCopy() : Meta.object();
            patch.properties().stream()
                    .filter(field -> !field.getKey().startsWith("$"))
                    .forEach(field -> {
                        if (field.getValue().isNull()) {
                            merged.remove(field.getKey());
                        } else {
                            FieldPath deeper = path.field(field.getKey());
                            merged.set(field.getKey(), merge(deeper, merged.path(field.getKey()), field.getValue()));
                        }
                    });
            return merged;
        }

        private static JsonNode mergeItems(FieldPath path, JsonNode target, ArrayNode patch, String key) {
            ArrayNode merged = target instanceof ArrayNode list ? list.deepCopy() : Meta.array();
            for (JsonNode item : patch) {
                int index = indexOf(merged, key, item.path(key));
                switch (item.path(DIRECTIVE).asString("merge")) {
                    case "delete" -> removeAt(merged, index);
                    case "replace" -> merged.removeAll();
                    default -> mergeItem(path, merged, index, item);
                }
            }
            return merged;
        }

        private static void mergeItem(FieldPath path, ArrayNode list, int index, JsonNode item) {
            JsonNode result = merge(path.item(Meta.object()), list.path(index), item);
            if (index < 0) {
                list.add(result);
            } else {
                list.set(index, result);
            }
        }

        private static void removeAt(ArrayNode list, int index) {
            if (index >= 0) {
                list.remove(index);
            }
        }

        private static int indexOf(ArrayNode list, String key, JsonNode value) {
            for (int index = 0; index < list.size(); index++) {
                if (!value.isMissingNode() && list.get(index).path(key).equals(value)) {
                    return index;
                }
            }
            return -1;
        }
    }
}
