package io.cosmopilot.conversations.support;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A person waits for another one for longer than they should. Published as an application event in the turn's
 * transaction.
 *
 * @param id unique to each
 * @param agent who took over and says nothing, or null when nobody did
 * @param topic what it is about, when that is known
 * @param waited since when they were last answered, or asked for somebody
 */
public record HelpOverdue(
        String id,
        String conversation,
        String person,
        @Nullable String agent,
        @Nullable String topic,
        Duration waited) {}
