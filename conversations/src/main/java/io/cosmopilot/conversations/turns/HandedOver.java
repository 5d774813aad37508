package io.cosmopilot.conversations.turns;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Desk.Mode;

/**
 * Somebody else speaks with a person from now on. Published as an application event in the turn's transaction.
 *
 * @param id unique to each
 * @param topic what it is about, when that is known
 */
public record HandedOver(
        String id,
        String conversation,
        String person,
        Mode mode,
        @Nullable String topic) {}
