package io.cosmopilot.conversations;

import java.util.Locale;

/**
 * A conversation as a channel needs to know it.
 *
 * @param id a UUID
 * @param cursor the sequence number of the latest message
 * @param locale in which it is held
 */
public record Conversation(String id, String person, long cursor, Locale locale) {}
