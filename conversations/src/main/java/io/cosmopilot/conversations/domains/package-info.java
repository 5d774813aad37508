/** The flow that opens an application to the world. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.domains;
