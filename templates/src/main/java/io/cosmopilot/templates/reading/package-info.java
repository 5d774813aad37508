/** From the text that a person wrote to documents with places and the variables that fill them. */
@NullMarked
package io.cosmopilot.templates.reading;

import org.jspecify.annotations.NullMarked;
