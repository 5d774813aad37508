/** Application templates: found, asked for their variables, rendered and checked, as plain Kubernetes objects. */
@org.springframework.modulith.ApplicationModule(
        displayName = "templates",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package io.cosmopilot.templates;
