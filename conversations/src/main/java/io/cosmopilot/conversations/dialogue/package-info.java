/** Leads the conversation: decides what an input is meant for and repairs what goes wrong. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.dialogue;
