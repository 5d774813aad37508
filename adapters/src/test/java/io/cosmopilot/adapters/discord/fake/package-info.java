/**
 * A Discord on the loopback address that keeps to the protocol: gateway v10 and REST v10 as far as a chat bot meets
 * them, with the platform's limits, tokens that end, rate-limit buckets, and faults on demand. {@link FakeDiscord} is
 * the door.
 */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.discord.fake;
