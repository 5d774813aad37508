/** The application: wires the modules, starts the embedded defaults, serves the portal pages, decides nothing. */
@org.springframework.modulith.ApplicationModule(displayName = "bot")
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot;
