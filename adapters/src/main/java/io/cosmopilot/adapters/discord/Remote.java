package io.cosmopilot.adapters.discord;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The remote id of a message of ours: {@code channel/message,message,…}, or {@code hook:interaction/message,…} for what
 * was said in private on a server, which only the token of its interaction can edit.
 *
 * @param messages of which it consists, in order
 */
record Remote(String place, List<String> messages) {

    private static final String HOOK = "hook:";

    Remote {
        messages = List.copyOf(messages);
    }

    static Remote in(String channel, List<String> messages) {
        return new Remote(channel, messages);
    }

    static Remote hook(String interaction, List<String> messages) {
        return new Remote(HOOK + interaction, messages);
    }

    static Remote parse(String text) {
        int slash = text.indexOf('/');
        return new Remote(
                text.substring(0, slash), List.of(text.substring(slash + 1).split(",", -1)));
    }

    /** The interaction of whose answer it is a part, or null. */
    @Nullable
    String interaction() {
        return place.startsWith(HOOK) ? place.substring(HOOK.length()) : null;
    }

    String first() {
        return messages.getFirst();
    }

    String text() {
        return place + "/" + String.join(",", messages);
    }
}
