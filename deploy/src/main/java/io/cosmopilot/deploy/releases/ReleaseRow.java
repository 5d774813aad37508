package io.cosmopilot.deploy.releases;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.applications.ApplicationRow;

/**
 * A release as it is recorded.
 *
 * @param inputs the order's values, as JSON
 * @param sequence counts its reports
 * @param progress what was told last
 */
record ReleaseRow(
        String id,
        String applicationId,
        String application,
        String space,
        String template,
        String inputs,
        String person,
        String reference,
        Phase phase,
        int sequence,
        String progress,
        @Nullable Instant progressedAt,
        @Nullable Instant rollingSince) {

    Requester requester() {
        return new Requester(person, reference);
    }

    ApplicationRow owner() {
        return new ApplicationRow(applicationId, space, application, template);
    }

    /** The id of the report that follows. */
    String nextReport() {
        return id + "-" + (sequence + 1);
    }
}
