package io.cosmopilot.deploy.releases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.cosmopilot.deploy.Order;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.Release;
import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.Releases;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.applications.ApplicationRecords;
import io.cosmopilot.deploy.applications.ApplicationRow;
import io.cosmopilot.deploy.domains.WrittenHosts;
import io.cosmopilot.deploy.jobs.Jobs;

/** Releases as records, moved on by jobs and by what the caches show. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecordedReleases implements Releases {

    private final ReleaseRecords records;
    private final ReleaseObjects objects;
    private final Recipes recipes;
    private final History history;
    private final ApplicationRecords applications;
    private final WrittenHosts hosts;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    RecordedReleases(
            ReleaseRecords records,
            ReleaseObjects objects,
            Recipes recipes,
            History history,
            ApplicationRecords applications,
            WrittenHosts hosts,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.records = records;
        this.objects = objects;
        this.recipes = recipes;
        this.history = history;
        this.applications = applications;
        this.hosts = hosts;
        this.jobs = jobs;
        this.events = events;
    }

    @Override
    public void plan(String release, Order order, Requester requester) {
        var application = applications
                .find(order.space(), order.application())
                .map(ApplicationRow::id)
                .orElseGet(() -> UUID.randomUUID().toString());
        var template = new Recipe(order.source(), List.of()).template(known(order));
        if (records.open(release, application, order, template, objects.inputs(order.values()), requester)) {
            recipes.keep(release, order);
            jobs.enqueue(Planning.TASK, release);
        }
    }

    private String known(Order order) {
        return applications
                .find(order.space(), order.application())
                .map(ApplicationRow::template)
                .orElse("none");
    }

    @Override
    public void apply(String release, Requester requester) {
        records.lock(release)
                .filter(row -> row.person().equals(requester.person()) && row.phase() == Phase.PLANNED)
                .ifPresent(this::begin);
    }

    @Override
    public boolean cancel(String release, Requester requester) {
        return records.lock(release)
                .filter(row -> row.person().equals(requester.person()))
                .filter(row -> records.move(row, Phase.CANCELLED))
                .isPresent();
    }

    @Override
    public List<Release> history(String space, String application) {
        return applications
                .find(space, application)
                .map(ApplicationRow::id)
                .map(history::of)
                .orElse(List.of());
    }

    @Override
    public Optional<Release> latest(String person) {
        return history.latest(person).map(history::of).stream()
                .flatMap(List::stream)
                .filter(release -> release.person().equals(person))
                .findFirst();
    }

    private void begin(ReleaseRow planned) {
        if (!records.begin(planned)) {
            refuse(planned, "deploy.release.another");
            return;
        }
        var taken = hosts.take(objects.manifests(planned), planned.space());
        if (!taken.isEmpty()) {
            refuse(planned, taken);
        } else if (!applications.keep(planned.owner())) {
            refuse(planned, "deploy.release.name-taken");
        } else if (records.move(planned, Phase.APPLYING)) {
            jobs.enqueue(Applying.TASK, planned.id());
        }
    }

    private void refuse(ReleaseRow planned, String code) {
        refuse(
                planned,
                List.of(new Problem(code, List.of(planned.application()), null, List.of(Offer.RETRY), List.of())));
    }

    private void refuse(ReleaseRow planned, List<Problem> problems) {
        if (records.move(planned, Phase.REFUSED)) {
            events.publishEvent(new ReleaseReport.Refused(
                    planned.nextReport(), planned.requester(), planned.id(), planned.application(), problems));
        }
    }
}
