/** YAML text turned into immutable trees that know where each piece stands, and back into text. */
@NullMarked
package io.cosmopilot.templates.yaml;

import org.jspecify.annotations.NullMarked;
