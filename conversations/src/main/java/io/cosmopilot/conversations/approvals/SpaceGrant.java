package io.cosmopilot.conversations.approvals;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Spaces;

/** Has a space made, or made larger. */
@Component
class SpaceGrant implements Grant {

    private final Spaces spaces;

    SpaceGrant(Spaces spaces) {
        this.spaces = spaces;
    }

    @Override
    public Set<Approval.Kind> kinds() {
        return Set.of(Approval.Kind.SPACE, Approval.Kind.QUOTA);
    }

    @Override
    public void give(Approval approval, @Nullable Quota granted, Requester requester) {
        spaces.provision(
                approval.matter().subject(), Objects.requireNonNull(granted, "a space has a quota"), requester);
    }
}
