package io.cosmopilot.conversations.volumes;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.approvals.Grant;
import io.cosmopilot.deploy.HostPaths;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;

/** Lets the applications of a space mount the directory that was approved for it. */
@Component
class HostDirectoryGrant implements Grant {

    private final HostPaths hostPaths;

    HostDirectoryGrant(HostPaths hostPaths) {
        this.hostPaths = hostPaths;
    }

    @Override
    public Set<Approval.Kind> kinds() {
        return Set.of(Approval.Kind.HOST_PATH);
    }

    @Override
    public void give(Approval approval, @Nullable Quota granted, Requester requester) {
        Approval.Matter matter = approval.matter();
        hostPaths.permit(
                matter.space(), Objects.requireNonNull(matter.detail(), "a host directory has a path"), requester);
    }
}
