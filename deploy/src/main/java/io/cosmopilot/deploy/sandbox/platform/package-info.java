/** The controllers around the workloads: namespaces, volumes, services, ingresses, disruption budgets. */
@NullMarked
package io.cosmopilot.deploy.sandbox.platform;

import org.jspecify.annotations.NullMarked;
