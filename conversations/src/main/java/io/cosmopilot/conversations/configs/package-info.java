/** The flow about configurations: files that are kept apart from the applications which read them. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.configs;
