/** The controllers that turn workloads into pods. */
@NullMarked
package io.cosmopilot.deploy.sandbox.workloads;

import org.jspecify.annotations.NullMarked;
