/** Files that people hand in, kept in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.uploads;
