package io.cosmopilot.deploy.domains;

import io.cosmopilot.deploy.Requester;

/**
 * A claim as it is recorded.
 *
 * @param port of the application's Service
 * @param phase {@code CLAIMED}, {@code SERVING} or {@code FAILED}
 * @param attempts to fetch the page
 */
record ClaimRow(
        String id,
        String space,
        String application,
        int port,
        String person,
        String reference,
        String phase,
        int attempts) {

    Requester requester() {
        return new Requester(person, reference);
    }

    boolean open() {
        return phase.equals("CLAIMED");
    }
}
