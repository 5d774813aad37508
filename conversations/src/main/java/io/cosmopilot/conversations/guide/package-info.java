/** The flow that answers questions about the platform from articles and from configured documentation pages. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.guide;
