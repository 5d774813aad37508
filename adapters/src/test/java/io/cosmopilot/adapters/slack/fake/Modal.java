package io.cosmopilot.adapters.slack.fake;

import tools.jackson.databind.JsonNode;

/** A form that was opened. */
public record Modal(JsonNode view) {}
