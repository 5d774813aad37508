/** The blocks of messages as samples, and what channels show of them, kept in files. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.blocks;
