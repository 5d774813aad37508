package io.cosmopilot.conversations;

/**
 * Somebody on a channel, as the channel knows them. It is nobody's until a signed-in person has linked it.
 *
 * @param channel such as {@code slack}
 * @param id unique there, such as {@code T0001/U0002}
 * @param name what they are called there
 * @param place where they are written to in private, in the adapter's own terms
 */
public record Account(String channel, String id, String name, String place) {}
