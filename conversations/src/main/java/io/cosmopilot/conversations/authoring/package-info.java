/** The flow in which people write templates, and the shelf on which they are kept. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.authoring;
