/** The portal’s pages at their addresses. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot.pages;
