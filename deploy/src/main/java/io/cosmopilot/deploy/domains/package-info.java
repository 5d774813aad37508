/** L7 domains: claimed by the first, served by an Ingress, proved by fetching the page. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.domains;
