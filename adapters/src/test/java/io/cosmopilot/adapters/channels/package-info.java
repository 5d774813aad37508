/** The conversations as they are, with channels before them and a made-up platform behind them. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.channels;
