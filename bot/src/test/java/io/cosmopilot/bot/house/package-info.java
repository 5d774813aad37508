/** The rules of the house: who may know whom, and what every language has to say. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot.house;
