package io.cosmopilot.adapters.webchat;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.access.TokenReading;
import io.cosmopilot.conversations.Conversation;
import io.cosmopilot.conversations.Speaker;

/** Who a socket was proved to be, and what goes to them. */
record Party(Speaker speaker, Conversation conversation, TokenReading.Valid proof, Line line) {

    Instant until() {
        return proof.expiresAt();
    }

    @Nullable
    UUID session() {
        return proof.session();
    }

    Party with(TokenReading.Valid newProof, Line newLine) {
        return new Party(speaker, conversation, newProof, newLine);
    }
}
