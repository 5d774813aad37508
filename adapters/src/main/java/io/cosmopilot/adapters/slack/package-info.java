/** Slack, by Bolt: Socket Mode or signed HTTP events in, the Web API out. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.slack;
