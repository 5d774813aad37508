/** The places where people chat: each translates both ways and decides nothing. */
@org.springframework.modulith.ApplicationModule(
        displayName = "adapters",
        allowedDependencies = {"conversations", "deploy", "templates"})
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters;
