/** Applications as they run, answered from caches. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.applications;
