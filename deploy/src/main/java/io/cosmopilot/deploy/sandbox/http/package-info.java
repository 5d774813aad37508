/** The Kubernetes API over HTTP on the loopback interface: addresses, verbs, watches, discovery, who may. */
@NullMarked
package io.cosmopilot.deploy.sandbox.http;

import org.jspecify.annotations.NullMarked;
