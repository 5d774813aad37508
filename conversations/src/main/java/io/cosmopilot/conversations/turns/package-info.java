/** A turn is a transaction: locked, taken once, written down whole, told to everybody who follows. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.turns;
