/** Things that one replica does at a time. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.leases;
