/** The sandbox's contract, through the same client that the deployment core uses. */
@NullMarked
package io.cosmopilot.deploy.sandbox;

import org.jspecify.annotations.NullMarked;
