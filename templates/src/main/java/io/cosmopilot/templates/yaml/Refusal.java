package io.cosmopilot.templates.yaml;

import io.cosmopilot.templates.Complaint;

/** Ends the reading of one document; never leaves this package. */
final class Refusal extends RuntimeException {

    private final Complaint complaint;

    Refusal(Complaint complaint) {
        super(complaint.toString(), null, false, false);
        this.complaint = complaint;
    }

    Complaint complaint() {
        return complaint;
    }
}
