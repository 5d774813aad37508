/** The whole way from nothing to a reachable application, through the application as it is shipped. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot.journey;
