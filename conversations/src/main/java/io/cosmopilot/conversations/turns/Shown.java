package io.cosmopilot.conversations.turns;

import java.util.UUID;

/** Where something is shown: a message of a conversation. */
public record Shown(UUID conversation, long seq) {}
