package io.cosmopilot.deploy.sandbox.cluster;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kind;

/** A write that asks to be admitted; {@code object} may still be completed. */
public record Attempt(Key key, @Nullable ObjectNode before, ObjectNode object) {

    public Kind kind() {
        return key.kind();
    }

    public boolean creates() {
        return before == null;
    }

    public Optional<ObjectNode> previous() {
        return Optional.ofNullable(before);
    }

    public boolean concerns(Kind kind) {
        return key.kind().equals(kind);
    }
}
