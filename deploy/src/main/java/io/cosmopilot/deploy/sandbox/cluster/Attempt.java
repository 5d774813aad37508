package io.cosmopilot.deploy.sandbox.cluster;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kind;

/** A write that asks to be admitted; {@code object} may still be completed. */
public record Attempt(Key key, @Nullable ObjectNode before, ObjectNode object) {

    Kind kind() {
        return key.kind();
    }

    boolean creates() {
        return before == null;
    }

    Optional<ObjectNode> previous() {
        return Optional.ofNullable(before);
    }

    boolean concerns(Kind kind) {
        return key.kind().equals(kind);
    }
}
