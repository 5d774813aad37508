package io.cosmopilot.deploy.releases;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.jobs.Told;

/** Tells those who wait for a release, once each time, that the cluster does not answer and that it goes on by itself. */
@Component
class Absence {

    private static final String TOLD = "away";

    private final ReleaseRecords records;
    private final Told told;
    private final Clock clock;

    Absence(ReleaseRecords records, Told told, Clock clock) {
        this.records = records;
        this.told = told;
        this.clock = clock;
    }

    void tell(ReleaseRow seen) {
        records.find(seen.id())
                .filter(release ->
                        release.phase() == seen.phase() && !release.progress().equals(TOLD))
                .ifPresent(this::tellOnce);
    }

    private void tellOnce(ReleaseRow release) {
        told.once(
                () -> records.progress(release, TOLD, clock.instant()),
                () -> new ReleaseReport.Progressed(
                        release.nextReport(),
                        release.requester(),
                        release.id(),
                        release.application(),
                        List.of(),
                        List.of(Problem.of("deploy.release.cluster-away"))));
    }
}
