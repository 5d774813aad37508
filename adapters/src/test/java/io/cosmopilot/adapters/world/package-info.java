/** What the contract tests talk to, and with. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.world;
