package io.cosmopilot.conversations;

/** Where channels hand in what people do. */
public interface Inbox {

    /** The longest text that can be said, in characters. */
    int MAX_TEXT = 8_000;

    /**
     * Opens the person's conversation of this channel, or makes it. A conversation that is new, or that nobody has
     * spoken in, is greeted.
     */
    Conversation open(Speaker speaker);

    /**
     * Takes the turn that this begins. When it returns, the turn is committed: only then may a channel acknowledge.
     *
     * @throws TooLong when the text is longer than {@link #MAX_TEXT}
     */
    Receipt receive(Speaker speaker, Incoming incoming);

    /**
     * What was stored.
     *
     * @param seq of the person's own words in the transcript; the same for a repetition
     */
    record Receipt(String conversation, long seq) {}

    /** The text was longer than {@link #MAX_TEXT}; nothing was stored. */
    final class TooLong extends RuntimeException {
        public TooLong(int length) {
            super("a text of " + length + " characters; at most " + MAX_TEXT + " can be said");
        }
    }
}
