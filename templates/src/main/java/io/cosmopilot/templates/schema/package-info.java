/** The structure of every Kubernetes kind a template may have, and the check that an object keeps to it. */
@NullMarked
package io.cosmopilot.templates.schema;

import org.jspecify.annotations.NullMarked;
