/** Flows as immutable data, compiled to state machines; one step of a machine is what a turn does. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.engine;
