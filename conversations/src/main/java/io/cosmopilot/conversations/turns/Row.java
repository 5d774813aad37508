package io.cosmopilot.conversations.turns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;

/**
 * A row that a turn writes into the transcript.
 *
 * @param seq its sequence number; one that exists is revised
 * @param approval that the row shows, or null
 */
record Row(
        long seq,
        boolean revises,
        Author author,
        String name,
        @Nullable String flow,
        @Nullable String step,
        List<Block> blocks,
        @Nullable UUID approval) {

    /** As it is told when it is new. */
    Message message(Instant at) {
        return new Message(seq, 0, author, name, at, flow, step, blocks);
    }
}
