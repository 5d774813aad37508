/** The sandbox: a Kubernetes cluster that is simulated in process, so that everything works with nothing installed. */
@NullMarked
package io.cosmopilot.deploy.sandbox;

import org.jspecify.annotations.NullMarked;
