package io.cosmopilot.adapters.access;

/** Sessions were ended on this replica; whoever holds a connection of one looks whether it was theirs. */
public record SessionsEnded() {}
