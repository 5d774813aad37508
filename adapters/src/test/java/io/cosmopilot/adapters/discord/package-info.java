/** Discord through the real SDK, against a Discord on the loopback address. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.discord;
