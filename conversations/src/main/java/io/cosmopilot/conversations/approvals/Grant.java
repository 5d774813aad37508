package io.cosmopilot.conversations.approvals;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;

/** Gives what was approved. One for each kind of request; a bean. */
public interface Grant {

    Set<Approval.Kind> kinds();

    /**
     * Gives it, in the transaction of the decision.
     *
     * @param granted how much, or null where nothing is counted
     */
    void give(Approval approval, @Nullable Quota granted, Requester requester);
}
