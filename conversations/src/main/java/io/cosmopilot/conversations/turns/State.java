package io.cosmopilot.conversations.turns;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Desk.Mode;

/**
 * A conversation's row, as it was when the turn locked it.
 *
 * @param waiting since when an open question waits for the person, or null when none does
 * @param reminded whether the person was reminded of it
 * @param displayName of the person, read with a turn only; null when they have no account
 * @param templates the names of those that people wrote and this person can deploy from, read with a turn only
 */
public record State(
        UUID id,
        String channel,
        String person,
        Locale locale,
        Snapshot snapshot,
        long lastSeq,
        long version,
        Mode mode,
        @Nullable String agent,
        @Nullable String topic,
        Instant since,
        @Nullable Instant waiting,
        boolean reminded,
        @Nullable String displayName,
        List<String> templates) {

    public State {
        templates = List.copyOf(templates);
    }
}
