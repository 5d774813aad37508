/** What the cluster shows when something does not run, and what that means: one row of the table a class. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.evidence;
