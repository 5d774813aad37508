/** Slack, played on the loopback address: open to whoever writes tests. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.slack;
