/** Exactly once, whatever dies: replicas and their database are killed while people talk. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot.chaos;
