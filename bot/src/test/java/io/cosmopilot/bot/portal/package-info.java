/** The portal's pages as people see them: in Chromium, in both languages, on desks and phones, with the platform's answers played. */
@NullMarked
package io.cosmopilot.bot.portal;

import org.jspecify.annotations.NullMarked;
