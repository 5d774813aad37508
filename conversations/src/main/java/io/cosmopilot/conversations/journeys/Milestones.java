package io.cosmopilot.conversations.journeys;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Journeys.Step;
import io.cosmopilot.deploy.DomainReport;
import io.cosmopilot.deploy.ImageReport;
import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.SpaceReport;

/** Ticks the journeys by what is reported to have happened, however it came about. */
@Component
class Milestones {

    private final TickedJourneys journeys;

    Milestones(TickedJourneys journeys) {
        this.journeys = journeys;
    }

    @ApplicationModuleListener
    public void on(SpaceReport.Provisioned report) {
        journeys.tick(report.requester().person(), Step.SPACE);
    }

    @ApplicationModuleListener
    public void on(ImageReport.Arrived report) {
        journeys.tick(report.person(), Step.PUSH);
    }

    @ApplicationModuleListener
    public void on(ReleaseReport.Planned report) {
        journeys.tick(report.requester().person(), Step.TEMPLATE);
    }

    @ApplicationModuleListener
    public void on(ReleaseReport.Healthy report) {
        journeys.tick(report.requester().person(), Step.DEPLOY);
    }

    @ApplicationModuleListener
    public void on(DomainReport.Serving report) {
        journeys.tick(report.requester().person(), Step.DOMAIN);
    }
}
