/** What is for those who run the application, and for nobody else. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot.operation;
