package io.cosmopilot.deploy.domains;

import java.util.List;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.DomainReport;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.jobs.Told;

/** Asks for the page of a claim until it answers, or often enough to say what is missing. */
@Component
class Fetching {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deploy-fetch-domain");

    private final DomainRecords records;
    private final Fetcher fetcher;
    private final IngressDoor door;
    private final DomainSettings settings;
    private final Told told;

    Fetching(DomainRecords records, Fetcher fetcher, IngressDoor door, DomainSettings settings, Told told) {
        this.records = records;
        this.fetcher = fetcher;
        this.door = door;
        this.settings = settings;
        this.told = told;
    }

    void run(String id) {
        records.find(id).filter(ClaimRow::open).ifPresent(this::fetch);
    }

    private void fetch(ClaimRow claim) {
        var first = records.of(claim).getFirst();
        var host = new Host(first.host());
        var url = door.url(host, first.path());
        var page = fetcher.fetch(door, host, first.path());
        if (page.answers()) {
            serving(claim, url, page);
        } else if (claim.attempts() + 1 < settings.tries()) {
            told.quietly(() -> records.tried(claim));
            throw new NotYet(url + " answers " + page.status());
        } else {
            failed(claim, url, page);
        }
    }

    private void serving(ClaimRow claim, String url, Page page) {
        told.once(
                () -> records.end(claim, "SERVING", url),
                () -> new DomainReport.Serving(
                        claim.id() + "-end",
                        claim.requester(),
                        claim.id(),
                        claim.application(),
                        url,
                        page.status(),
                        page.title()));
    }

    private void failed(ClaimRow claim, String url, Page page) {
        var problem = new Problem(
                page.complaint(),
                List.of(url, String.valueOf(page.status())),
                null,
                List.of(Offer.RETRY, Offer.HUMAN),
                List.of());
        told.once(
                () -> records.end(claim, "FAILED", url),
                () -> new DomainReport.Failed(
                        claim.id() + "-end",
                        claim.requester(),
                        claim.id(),
                        claim.application(),
                        url,
                        List.of(problem)));
    }
}
