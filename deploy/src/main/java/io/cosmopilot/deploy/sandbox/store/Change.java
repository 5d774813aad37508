package io.cosmopilot.deploy.sandbox.store;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Something that happened to an object; {@code before} is missing when it was added. */
public record Change(
        Type type,
        Key key,
        long version,
        ObjectNode object,
        @Nullable ObjectNode before) {

    /** As the watch protocol names it. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
