/** The flow that brings an application from a template to a healthy release. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.deploying;
