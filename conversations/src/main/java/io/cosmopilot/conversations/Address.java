package io.cosmopilot.conversations;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Where a message goes.
 *
 * @param conversation to which the message belongs; buttons bring it back
 * @param place in the adapter's own terms, such as a channel's or a user's id
 * @param thread the remote id of the message below which it is written, or null
 * @param remote the remote id of the message that is to be edited, or null for a new one
 * @param audience who reads there
 * @param locale in which they read
 * @param key the same at each attempt to deliver the same message, and of no other
 * @param again an earlier attempt may have arrived: a channel that can look, should
 */
public record Address(
        String conversation,
        String place,
        @Nullable String thread,
        @Nullable String remote,
        Audience audience,
        Locale locale,
        String key,
        boolean again) {

    /** Who reads at an address. */
    public enum Audience {
        /** The person whose conversation it is. */
        PERSON,
        /** The support agents. */
        AGENTS
    }
}
