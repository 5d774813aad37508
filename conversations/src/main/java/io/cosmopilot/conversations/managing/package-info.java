/** The flow that changes an application that is there: more instances, another image, back, away. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.managing;
