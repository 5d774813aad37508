package io.cosmopilot.adapters.webchat;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Incoming;

/** What a client sends. */
sealed interface ClientFrame {

    /**
     * Who it is, and what it has.
     *
     * @param token or null when the handshake brought one
     * @param cursor the latest sequence number that the client has
     * @param locale as a language tag, or null
     */
    record Hello(
            @Nullable String token, long cursor, @Nullable String locale) implements ClientFrame {}

    /** A new token, before or soon after the old one ends. */
    record Refresh(String token) implements ClientFrame {}

    /** A turn. */
    record Turn(Incoming incoming) implements ClientFrame {

        static Turn say(String id, String text) {
            return new Turn(new Incoming.Said(id, text));
        }

        static Turn choose(String id, long seq, String choice) {
            return new Turn(new Incoming.Chose(id, seq, choice));
        }

        static Turn submit(String id, long seq, Map<String, String> fields) {
            return new Turn(new Incoming.Submitted(id, seq, fields));
        }

        static Turn attach(String id, String upload, String text) {
            return new Turn(new Incoming.Attached(id, upload, text));
        }
    }

    /** The person is typing; nobody is shown it yet. */
    record Typing() implements ClientFrame {}

    /** The person has seen everything up to here. */
    record Read(long cursor) implements ClientFrame {}
}
