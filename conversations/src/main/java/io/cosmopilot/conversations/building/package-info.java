/** The flow that makes an image from source, and hands it on to be deployed. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.building;
