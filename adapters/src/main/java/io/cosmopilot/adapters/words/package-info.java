/** Words for people, in the language that they read. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.words;
