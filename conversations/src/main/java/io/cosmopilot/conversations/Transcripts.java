package io.cosmopilot.conversations;

import java.util.List;
import java.util.function.Consumer;

/** What was said, and what is being said. */
public interface Transcripts {

    /** All messages with a greater sequence number, in order. */
    List<Message> after(String conversation, long seq);

    /**
     * Follows a conversation on whichever replica it takes place. A listener is called for each new and each revised
     * message after its commit, one at a time and in order. It is told of every message at least once; a listener that
     * needs no gap reads {@link #after} first and drops what it has.
     */
    Subscription follow(String conversation, Consumer<Message> listener);

    /** Ends the following. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
