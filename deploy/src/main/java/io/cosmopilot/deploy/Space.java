package io.cosmopilot.deploy;

/** An image space that was granted: a namespace in the registry and in the cluster. */
public record Space(String name, String owner, Quota quota) {}
