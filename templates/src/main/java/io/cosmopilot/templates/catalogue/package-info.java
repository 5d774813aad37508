/** The templates that come with the product: one folder each, found by words. */
@NullMarked
package io.cosmopilot.templates.catalogue;

import org.jspecify.annotations.NullMarked;
