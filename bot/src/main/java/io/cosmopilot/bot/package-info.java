/** The application: wires the modules, starts the embedded defaults, serves the portal pages, decides nothing. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot;
