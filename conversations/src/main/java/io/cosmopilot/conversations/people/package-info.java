/** The accounts: who somebody is, proved by a password that is hard to guess. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.people;
