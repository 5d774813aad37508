/** The web chat: its socket, its tokens and its uploads, as the protocol has them. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.webchat;
