package io.cosmopilot.conversations.outlets;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Address.Audience;

/**
 * A message that waits to be delivered.
 *
 * @param version that is to be shown
 * @param attempts that were made so far
 * @param uncertain whether one of them may have arrived
 * @param threaded whether it stands in a thread, whose beginning may not be there yet
 */
record Waiting(
        UUID outlet,
        UUID conversation,
        String channel,
        String place,
        Audience audience,
        Locale locale,
        long seq,
        long version,
        int attempts,
        boolean uncertain,
        boolean threaded,
        @Nullable String thread,
        @Nullable String remote) {

    Address address() {
        return new Address(
                conversation.toString(),
                place,
                thread,
                remote,
                audience,
                locale,
                outlet + "/" + seq,
                uncertain && remote == null);
    }
}
