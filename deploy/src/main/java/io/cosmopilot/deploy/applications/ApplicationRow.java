package io.cosmopilot.deploy.applications;

/** An application as it is recorded. */
public record ApplicationRow(String id, String space, String name, String template) {}
