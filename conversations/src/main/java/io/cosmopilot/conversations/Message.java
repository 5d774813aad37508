package io.cosmopilot.conversations;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One row of the transcript.
 *
 * @param seq its place in the conversation, from 1, without gaps
 * @param revision 0 when new; a message that shows progress is one row that is revised
 * @param name of the author, for people
 * @param flow in which it was said, or null when idle
 * @param step of the flow, or null when idle
 */
public record Message(
        long seq,
        int revision,
        Author author,
        String name,
        Instant at,
        @Nullable String flow,
        @Nullable String step,
        List<Block> blocks) {

    public Message {
        blocks = List.copyOf(blocks);
    }

    /** Who says it; written in lower case on the wire. */
    public enum Author {
        BOT,
        AGENT,
        PERSON,
        SYSTEM
    }
}
