package io.cosmopilot.conversations.journeys;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.Journeys;
import io.cosmopilot.conversations.Journeys.Step;
import io.cosmopilot.conversations.Office;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.DomainReport;
import io.cosmopilot.deploy.Health;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Space;
import io.cosmopilot.deploy.SpaceReport;

import static org.assertj.core.api.Assertions.assertThat;

class TickedJourneysTest {

    private static final Requester WEI = new Requester("wei", "somewhere");

    private final Office office = new Office();
    private final Journeys journeys = office.bean(Journeys.class);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whatHappensTicksTheJourneyOnceAndForEverybodyAlone() {
        assertThat(journeys.of("wei").done()).containsExactly(Step.REGISTER);
        assertThat(journeys.of("wei").next()).contains(Step.SPACE);

        SpaceReport provisioned = new SpaceReport.Provisioned("1", WEI, new Space("kstore", "wei", new Quota(1, 1, 1)));
        office.publish(provisioned);
        office.publish(provisioned);
        assertThat(journeys.of("wei").next()).contains(Step.TEMPLATE);

        office.publish(new ReleaseReport.Planned(
                "2", WEI, "r", "blog", new ReleaseReport.Plan(List.of(), List.of(), List.of())));
        office.publish(new ReleaseReport.Healthy(
                "3",
                WEI,
                "r",
                new Application(
                        "blog", "kstore", "nginx", Health.HEALTHY, List.of(), List.of(), List.of(), 0, List.of())));
        assertThat(journeys.of("wei").next()).contains(Step.DOMAIN);

        office.publish(new DomainReport.Serving("4", WEI, "c", "blog", "http://blog.example.com", 200, "Blog"));
        assertThat(journeys.of("wei").done())
                .containsExactlyInAnyOrder(Step.REGISTER, Step.SPACE, Step.TEMPLATE, Step.DEPLOY, Step.DOMAIN);
        assertThat(journeys.of("max").done()).containsExactly(Step.REGISTER);
    }
}
