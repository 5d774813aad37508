/** Work that is done after the caller's transaction, again until it is done. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.jobs;
