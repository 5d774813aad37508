/** Kubernetes objects while they are prepared, and what is found out about them. */
@NullMarked
package io.cosmopilot.templates.resources;

import org.jspecify.annotations.NullMarked;
