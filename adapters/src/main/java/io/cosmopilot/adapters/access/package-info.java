/** Who is asking: accounts, sessions, tokens, and what each may reach. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.access;
