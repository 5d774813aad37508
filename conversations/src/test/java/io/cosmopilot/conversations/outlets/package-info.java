/** Messages that are pushed. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.outlets;
