package io.cosmopilot.conversations;

import java.util.Locale;

/**
 * Who speaks, and where.
 *
 * @param channel such as {@code web}
 * @param person the username of the account
 * @param locale as the channel tells it; what the person chose comes first
 */
public record Speaker(String channel, String person, Locale locale) {}
