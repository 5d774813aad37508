/** The small languages inside manifests and variables: image references, quantities, names, patterns. */
@NullMarked
package io.cosmopilot.templates.values;

import org.jspecify.annotations.NullMarked;
