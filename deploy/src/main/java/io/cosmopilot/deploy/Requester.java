package io.cosmopilot.deploy;

/**
 * For whom something is done, and where to report it.
 *
 * @param person the username; the cluster is acted upon as this person
 * @param reference opaque to this module; comes back in every report (the conversation that asked)
 */
public record Requester(String person, String reference) {}
