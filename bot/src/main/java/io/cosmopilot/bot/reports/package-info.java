/** Reports that were not heard are told again. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot.reports;
