/** Spaces: a namespace with its quota, policies and rights for each tenant. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.spaces;
