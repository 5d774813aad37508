/** Discord: direct messages, {@code /cosmo}, buttons, selects and forms, through JDA. It translates both ways. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.discord;
