package io.cosmopilot.conversations.turns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cosmopilot.conversations.Message;

/**
 * What a turn has written down in a conversation.
 *
 * @param before the version that the turn began with
 * @param messages that are new, in order; none when the turn revised some, which then have to be read
 */
record Written(UUID conversation, long before, List<Message> messages) {

    static Written by(State before, List<Row> rows, Instant at) {
        boolean revised = rows.stream().anyMatch(Row::revises);
        return new Written(
                before.id(),
                before.version(),
                revised ? List.of() : rows.stream().map(row -> row.message(at)).toList());
    }

    long version() {
        return before + 1;
    }
}
