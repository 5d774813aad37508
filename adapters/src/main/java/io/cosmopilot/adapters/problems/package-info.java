/** What went wrong, as application/problem+json in the reader’s language. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.problems;
