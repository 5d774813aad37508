/** L4 services as the cluster shows them. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.services;
