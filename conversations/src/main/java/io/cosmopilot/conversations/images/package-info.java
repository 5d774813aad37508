/** Images in conversation: what is in a space, how to push, who may, and the news that something has arrived. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.images;
