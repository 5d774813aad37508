package io.cosmopilot.conversations.approvals;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Approval.State;
import io.cosmopilot.conversations.Desk.Decision;
import io.cosmopilot.deploy.Quota;

/**
 * A step in an approval's life.
 *
 * @param from the states in which it can be taken
 * @param granted what is granted or offered, or null to leave it as it is
 * @param reason null to leave it as it is
 * @param decidedBy the agent who decides by this step, or null
 */
record Step(
        Set<State> from,
        State to,
        @Nullable Quota granted,
        @Nullable String reason,
        @Nullable String decidedBy) {

    static Step decided(Approval approval, Decision decision, String agent, @Nullable Quota offer, String reason) {
        String why = reason.isBlank() ? null : reason.strip();
        return switch (decision) {
            case APPROVE ->
                new Step(
                        Set.of(State.REQUESTED),
                        State.APPROVED,
                        approval.matter().quota(),
                        why,
                        agent);
            case DENY -> new Step(Set.of(State.REQUESTED), State.REFUSED, null, why, agent);
            case COUNTER -> new Step(Set.of(State.REQUESTED), State.COUNTERED, offer, why, agent);
        };
    }

    static Step accepted() {
        return new Step(Set.of(State.COUNTERED), State.ACCEPTED, null, null, null);
    }

    static Step withdrawn() {
        return new Step(Set.of(State.REQUESTED, State.COUNTERED), State.WITHDRAWN, null, null, null);
    }

    static Step expired() {
        return new Step(Set.of(State.REQUESTED, State.COUNTERED), State.EXPIRED, null, null, null);
    }

    /** Whether what was asked for is to be given now. */
    boolean grants() {
        return to == State.APPROVED || to == State.ACCEPTED;
    }
}
