/** The places where people chat: each translates both ways and decides nothing. */
@org.springframework.modulith.ApplicationModule(
        displayName = "adapters",
        allowedDependencies = {"conversations", "deploy"})
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters;
