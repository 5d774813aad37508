package io.cosmopilot.deploy.sandbox.apply;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** Recognises the items of a keyed list. */
final class ListKey {

    private ListKey() {}

    /** The item's key fields in alphabetical order, or nothing when it lacks one. */
    static Optional<ObjectNode> of(JsonNode item, List<String> keys) {
        ObjectNode key = Meta.object();
        for (String name : keys.stream().sorted().toList()) {
            JsonNode value = item.path(name);
            if (value.isValueNode() && !value.isNull()) {
                key.set(name, value);
            } else if (name.equals("protocol")) {
                key.put(name, "TCP");
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(key);
    }

    /** Where the item with this key stands in the list, or -1. */
    static int indexOf(ArrayNode list, ObjectNode key) {
        List<String> names = List.copyOf(key.propertyNames());
        return IntStream.range(0, list.size())
                .filter(index -> of(list.get(index), names).filter(key::equals).isPresent())
                .findFirst()
                .orElse(-1);
    }
}
