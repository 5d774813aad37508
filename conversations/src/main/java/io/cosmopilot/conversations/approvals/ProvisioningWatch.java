package io.cosmopilot.conversations.approvals;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.SpaceReport;

/** Follows what becomes of an approved space: agents see what goes wrong on the approval itself. */
@Component
class ProvisioningWatch {

    private final Approvals approvals;

    ProvisioningWatch(Approvals approvals) {
        this.approvals = approvals;
    }

    @ApplicationModuleListener
    public void on(SpaceReport report) {
        String reference = report.requester().reference();
        switch (report) {
            case SpaceReport.Provisioned provisioned -> approvals.provisioned(reference);
            case SpaceReport.Failing failing ->
                approvals.troubled(reference, "#" + failing.attempt() + ": " + failing.reason());
        }
    }
}
