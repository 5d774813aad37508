/** What runs on the platform: spaces, releases, applications and domains, brought to their desired state and watched. */
@org.springframework.modulith.ApplicationModule(
        displayName = "deploy",
        allowedDependencies = {"templates"})
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy;
