/** Work on single objects of a space that belong to no application: done once, again until it is done, and told. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.errands;
