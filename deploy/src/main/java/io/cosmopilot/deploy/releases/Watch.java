package io.cosmopilot.deploy.releases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Health;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.applications.CachedApplications;
import io.cosmopilot.deploy.applications.Snapshot;
import io.cosmopilot.deploy.applications.Snapshots;
import io.cosmopilot.deploy.jobs.Told;

/**
 * Looks at every release that rolls out and tells what became of it. Every replica looks; what is told, is told by
 * whoever moves the record on.
 */
@Component
class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final ReleaseRecords records;
    private final ReleaseObjects objects;
    private final Snapshots snapshots;
    private final CachedApplications applications;
    private final LastWords lastWords;
    private final Absence absence;
    private final Told told;
    private final ReleaseSettings settings;
    private final Clock clock;

    Watch(
            ReleaseRecords records,
            ReleaseObjects objects,
            Snapshots snapshots,
            CachedApplications applications,
            LastWords lastWords,
            Absence absence,
            Told told,
            ReleaseSettings settings,
            Clock clock) {
        this.records = records;
        this.objects = objects;
        this.snapshots = snapshots;
        this.applications = applications;
        this.lastWords = lastWords;
        this.absence = absence;
        this.told = told;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks once. What goes wrong with one release keeps no other waiting. */
    void look() {
        for (var release : records.rolling()) {
            try {
                look(release);
            } catch (RuntimeException failed) {
                LOG.warn("Looking at release {} failed; it is looked at again.", release.id(), failed);
            }
        }
    }

    private void look(ReleaseRow release) {
        var overdue = overdue(release);
        if (!snapshots.possible()) {
            if (overdue) {
                fail(release, List.of(), List.of(problem("deploy.status.cluster-away", release, Offer.HUMAN)));
            }
            return;
        }
        if (!snapshots.current()) {
            absence.tell(release);
            return;
        }
        var seen = snapshots.of(release.applicationId());
        if (!current(release, seen)) {
            if (overdue) {
                fail(release, seen);
            }
        } else if (!seen.findings().isEmpty() || seen.health() == Health.FAILED) {
            fail(release, seen);
        } else if (seen.health() == Health.PROGRESSING) {
            goOn(release, seen, overdue);
        } else {
            healthy(release, seen);
        }
    }

    private void goOn(ReleaseRow release, Snapshot seen, boolean overdue) {
        if (overdue) {
            fail(release, seen);
        } else {
            progress(release, seen);
        }
    }

    /** Whether the caches have been told of every workload as this release applied it, and not of an older one only. */
    private boolean current(ReleaseRow release, Snapshot seen) {
        return objects.of(release.id()).stream()
                .filter(object -> WORKLOADS.contains(object.manifest().kind()))
                .allMatch(object -> seen.parts().stream()
                        .anyMatch(part ->
                                part.component().name().equals(object.manifest().name())
                                        && part.component()
                                                .kind()
                                                .equals(object.manifest().kind())
                                        && part.generation() >= Objects.requireNonNullElse(object.generation(), 0L)));
    }

    private static final List<String> WORKLOADS = List.of("Deployment", "StatefulSet", "DaemonSet");

    private boolean overdue(ReleaseRow release) {
        var since = Objects.requireNonNullElse(release.rollingSince(), clock.instant());
        return since.plus(settings.deadline()).isBefore(clock.instant());
    }

    private void progress(ReleaseRow release, Snapshot seen) {
        var now = clock.instant();
        var state = seen.components() + hints(seen);
        var last = Objects.requireNonNullElse(release.progressedAt(), Instant.EPOCH);
        if (state.equals(release.progress())
                || last.plus(settings.progressInterval()).isAfter(now)) {
            return;
        }
        told.once(
                () -> records.progress(release, state, now),
                () -> new ReleaseReport.Progressed(
                        release.nextReport(),
                        release.requester(),
                        release.id(),
                        release.application(),
                        seen.components(),
                        seen.hints()));
    }

    private static String hints(Snapshot seen) {
        return seen.hints().stream()
                .map(hint -> " " + hint.code() + hint.component())
                .collect(Collectors.joining());
    }

    private void healthy(ReleaseRow release, Snapshot seen) {
        told.once(
                () -> records.move(release, Phase.HEALTHY),
                () -> new ReleaseReport.Healthy(
                        release.nextReport(),
                        release.requester(),
                        release.id(),
                        applications.status(release.owner(), seen)));
    }

    private void fail(ReleaseRow release, Snapshot seen) {
        var causes = seen.findings().stream().map(lastWords::addTo).toList();
        var problems = causes.isEmpty() ? Stream.of(tooLong(release)).toList() : causes;
        fail(release, seen.components(), problems);
    }

    private void fail(ReleaseRow release, List<io.cosmopilot.deploy.Component> components, List<Problem> problems) {
        told.once(
                () -> records.move(release, Phase.FAILED),
                () -> new ReleaseReport.Failed(
                        release.nextReport(),
                        release.requester(),
                        release.id(),
                        release.application(),
                        components,
                        problems));
    }

    private Problem tooLong(ReleaseRow release) {
        return problem("deploy.release.too-long", release, Offer.RETRY, Offer.HUMAN);
    }

    private static Problem problem(String code, ReleaseRow release, Offer... offers) {
        return new Problem(code, List.of(release.application()), null, List.of(offers), List.of());
    }
}
