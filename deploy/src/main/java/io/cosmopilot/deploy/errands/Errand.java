package io.cosmopilot.deploy.errands;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Requester;
import io.cosmopilot.templates.Manifest;

/**
 * Something to be done to one object of a space.
 *
 * @param manifest as the object shall be, or null when it shall be gone
 */
record Errand(
        String id,
        String space,
        String person,
        String reference,
        String apiVersion,
        String kind,
        String name,
        @Nullable Manifest manifest) {

    Requester requester() {
        return new Requester(person, reference);
    }
}
