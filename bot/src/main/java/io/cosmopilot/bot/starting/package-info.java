/** What makes the application start sooner, and changes nothing else. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot.starting;
