/** The image registry: whose spaces are in it, who may pull and push, what is there and how much room it takes. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.registry;
