/** Changes to an application's objects: more instances, another image, volumes, hosts. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.adjusting;
