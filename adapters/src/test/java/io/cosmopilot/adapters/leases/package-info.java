/** Leases, with several who want them. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.leases;
