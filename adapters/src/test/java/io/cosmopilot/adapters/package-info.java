/** The calls and the socket, over a real server, with conversations that are made up. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters;
