/** The flow that tells how applications are doing. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.status;
