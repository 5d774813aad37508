/** Files that people hand in, on whichever channel. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.files;
