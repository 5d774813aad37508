/** Volumes: claimed, listed, released. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.volumes;
