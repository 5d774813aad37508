package io.cosmopilot.conversations.engine;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Block;

/**
 * Something the bot says.
 *
 * @param flow in which it is said, or null when idle
 * @param step of the flow, or null when idle
 * @param draft to which a pin belongs, or null
 * @param pin the name under which it can be revised later, or null
 * @param revises the sequence number of the message it replaces, or null for a new one
 * @param asks whether it asks the open question: what could be pressed before is settled
 */
public record Emission(
        List<Block> blocks,
        @Nullable String flow,
        @Nullable String step,
        @Nullable String draft,
        @Nullable String pin,
        @Nullable Long revises,
        boolean asks) {
    public Emission {
        blocks = List.copyOf(blocks);
    }

    /** Said outside any flow. */
    public static Emission of(List<Block> blocks) {
        return new Emission(blocks, null, null, null, null, null, false);
    }
}
