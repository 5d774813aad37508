/** The dialogue with a person: every turn is one transaction and one step of a flow. */
@org.springframework.modulith.ApplicationModule(
        displayName = "conversations",
        allowedDependencies = {"deploy", "templates"})
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations;
