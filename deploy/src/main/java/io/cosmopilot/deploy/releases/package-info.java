/** Releases: plan, apply, watch, told once. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.releases;
