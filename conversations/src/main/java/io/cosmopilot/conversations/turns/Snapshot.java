package io.cosmopilot.conversations.turns;

import java.util.List;
import java.util.Map;

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
 * @param done the flow that was finished last, for who wants it undone, or null
 * @param wishes what was said with each of the wishes that a question is open about, by flow
 * @param failed what a fault of ours left undone and can be tried again, or null
 */
public record Snapshot(
        List<Draft> stack,
        boolean paused,
        List<Draft> working,
        @Nullable Offer offer,
        int stumbles,
        @Nullable Draft done,
        Map<String, Map<String, String>> wishes,
        @Nullable Attempt failed) {

    /** What was written by an earlier version of ours lacks what came later. */
    public Snapshot(
            List<Draft> stack,
            boolean paused,
            List<Draft> working,
            @Nullable Offer offer,
            int stumbles,
            @Nullable Draft done,
            @Nullable Map<String, Map<String, String>> wishes,
            @Nullable Attempt failed) {
        this.stack = List.copyOf(stack);
        this.paused = paused;
        this.working = List.copyOf(working);
        this.offer = offer;
        this.stumbles = stumbles;
        this.done = done;
        this.wishes = wishes == null ? Map.of() : Map.copyOf(wishes);
        this.failed = failed;
    }

    static Snapshot empty() {
        return new Snapshot(List.of(), false, List.of(), null, 0, null, Map.of(), null);
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

    /**
     * What a person did and we failed to take: one of these is there.
     *
     * @param said the words
     * @param choice the button's id
     * @param fields of the form
     */
    public record Attempt(
            @Nullable String said,
            @Nullable String choice,
            @Nullable Map<String, String> fields) {}
}
