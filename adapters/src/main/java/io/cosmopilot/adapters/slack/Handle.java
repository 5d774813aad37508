package io.cosmopilot.adapters.slack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.cosmopilot.conversations.Block;

/** What stands for the id of a choice in an option of a select: the id itself, unless it is longer than Slack takes. */
final class Handle {

    private static final int MOST = 150;
    private static final int BEGINNING = 100;

    private Handle() {}

    static String of(String id) {
        return id.length() <= MOST
                ? id
                : id.substring(0, BEGINNING) + "~" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }

    /** The id for which it stands. */
    static String meant(String handle, List<Block.Choice> choices) {
        return choices.stream()
                .map(Block.Choice::id)
                .filter(id -> of(id).equals(handle))
                .findFirst()
                .orElse(handle);
    }
}
