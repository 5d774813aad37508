/** The cluster as this module sees it: acted upon as a person, read from caches, its refusals told from its absences. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.cluster;
