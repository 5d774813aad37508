package io.cosmopilot.conversations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Quota;

/**
 * A request that somebody decides, with a life of its own.
 *
 * @param id a UUID
 * @param conversation of the requester
 * @param space the name that was asked for
 * @param asked the quota that was asked for
 * @param granted what was approved or offered instead, or null
 * @param decidedBy username of the agent, or null
 * @param provisioning what goes wrong while it is being provisioned, or null
 */
public record Approval(
        String id,
        String requester,
        String conversation,
        String space,
        String purpose,
        Quota asked,
        State state,
        @Nullable Quota granted,
        @Nullable String reason,
        @Nullable String decidedBy,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable String provisioning) {

    /** Where it stands; written in lower case on the wire. */
    public enum State {
        REQUESTED,
        APPROVED,
        REFUSED,
        /** Less was offered than was asked for; the requester accepts or withdraws. */
        COUNTERED,
        ACCEPTED,
        WITHDRAWN,
        EXPIRED;

        public boolean open() {
            return this == REQUESTED || this == COUNTERED;
        }
    }
}
