/** The flow about L4 load balancing: through which ports an application is reached. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.services;
