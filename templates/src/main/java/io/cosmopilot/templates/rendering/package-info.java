/** Values put into open places, and the stages that make the documents fit to be applied. */
@NullMarked
package io.cosmopilot.templates.rendering;

import org.jspecify.annotations.NullMarked;
