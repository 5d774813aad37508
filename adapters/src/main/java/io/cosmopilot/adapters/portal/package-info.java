/** What the portal pages show of the person who is signed in. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.portal;
