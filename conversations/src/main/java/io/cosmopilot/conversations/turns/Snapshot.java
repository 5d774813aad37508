package io.cosmopilot.conversations.turns;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Draft;

/**
 * What a conversation remembers between turns.
 *
 * @param stack the flows that a person is in, the one being talked about last
 * @param paused whether the last of the stack waits to be resumed
 * @param working flows that wait for reports
 * @param offer what can be pressed now, or null
 * @param stumbles how often in a row the bot did not understand
 */
public record Snapshot(
        List<Draft> stack,
        boolean paused,
        List<Draft> working,
        @Nullable Offer offer,
        int stumbles) {

    public Snapshot {
        stack = List.copyOf(stack);
        working = List.copyOf(working);
    }

    static Snapshot empty() {
        return new Snapshot(List.of(), false, List.of(), null, 0);
    }

    /**
     * The latest buttons or form.
     *
     * @param seq of the message that shows it
     */
    public record Offer(long seq, List<Block.Choice> choices, boolean form) {
        public Offer {
            choices = List.copyOf(choices);
        }
    }
}
