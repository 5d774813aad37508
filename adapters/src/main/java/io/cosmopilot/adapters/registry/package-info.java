/** What the image registry and its clients ask: tokens, notifications and certificates. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.registry;
