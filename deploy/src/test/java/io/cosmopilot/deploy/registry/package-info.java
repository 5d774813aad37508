/** The registry's half of a space: tokens, what arrives, what it takes. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.registry;
