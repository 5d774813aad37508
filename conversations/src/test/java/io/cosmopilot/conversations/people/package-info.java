/** Accounts on a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.people;
