/** What older clusters accepted, rewritten as today's clusters want it, and told. */
@NullMarked
package io.cosmopilot.templates.migration;

import org.jspecify.annotations.NullMarked;
