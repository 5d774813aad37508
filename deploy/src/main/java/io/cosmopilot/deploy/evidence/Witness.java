package io.cosmopilot.deploy.evidence;

/** A container whose log tells more. */
public record Witness(String namespace, String pod, String container) {}
