/** Recognises the accounts of other channels: linked by their owners, received accordingly. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.linking;
