/** What makes a first try easy: two accounts, and a word on where to go. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot.sandbox;
