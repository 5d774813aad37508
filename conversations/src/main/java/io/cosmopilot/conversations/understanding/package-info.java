/** From what a person wrote, in Chinese or English or both, to what they mean: rules and words are data, no model, no I/O. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.understanding;
