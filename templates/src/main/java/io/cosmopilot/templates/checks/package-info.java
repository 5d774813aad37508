/** Whether the parts of a template fit each other: names, labels, ports, volumes, configurations. */
@NullMarked
package io.cosmopilot.templates.checks;

import org.jspecify.annotations.NullMarked;
