package io.cosmopilot.deploy.domains;

import java.util.List;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.fabric8.kubernetes.api.model.Service;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.DomainReport;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.applications.ApplicationRecords;
import io.cosmopilot.deploy.applications.ApplicationRow;
import io.cosmopilot.deploy.cluster.Caches;
import io.cosmopilot.deploy.cluster.Cluster;
import io.cosmopilot.deploy.cluster.Refusal;
import io.cosmopilot.deploy.jobs.Jobs;
import io.cosmopilot.deploy.jobs.Told;
import io.cosmopilot.deploy.spaces.Namespaces;

/** Makes the Ingresses of a claim. */
@Component
class Serving {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deploy-serve-domain");

    private final DomainRecords records;
    private final ApplicationRecords applications;
    private final Namespaces namespaces;
    private final Caches caches;
    private final Cluster cluster;
    private final DomainSettings settings;
    private final Jobs jobs;
    private final Told told;

    Serving(
            DomainRecords records,
            ApplicationRecords applications,
            Namespaces namespaces,
            Caches caches,
            Cluster cluster,
            DomainSettings settings,
            Jobs jobs,
            Told told) {
        this.records = records;
        this.applications = applications;
        this.namespaces = namespaces;
        this.caches = caches;
        this.cluster = cluster;
        this.settings = settings;
        this.jobs = jobs;
        this.told = told;
    }

    void run(String id) {
        records.find(id).filter(ClaimRow::open).ifPresent(this::serve);
    }

    private void serve(ClaimRow claim) {
        if (!caches.complete()) {
            throw new NotYet("the caches have not been told everything");
        }
        var namespace = namespaces.of(claim.space(), claim.person());
        var application = applications.find(claim.space(), claim.application());
        if (namespace.isEmpty() || application.isEmpty()) {
            fail(claim, List.of(problem("deploy.domain.no-application", claim.application())));
            return;
        }
        service(application.get(), claim.port())
                .ifPresentOrElse(
                        service -> serve(claim, application.get(), namespace.get(), service),
                        () -> fail(
                                claim,
                                List.of(problem(
                                        "deploy.domain.no-service",
                                        claim.application(),
                                        String.valueOf(claim.port())))));
    }

    private void serve(ClaimRow claim, ApplicationRow application, String namespace, String service) {
        try {
            records.of(claim).stream().map(DomainRow::host).distinct().forEach(host -> {
                var ingress = new HostIngress(application, host, service, settings.ingressClass());
                applyUntilCurrent(claim, ingress, namespace);
            });
            told.quietly(() -> jobs.enqueue(Fetching.TASK, claim.id()));
        } catch (Refusal refusal) {
            fail(claim, List.of(problem("deploy.domain.refused", claim.application(), refusal.words())));
        }
    }

    /** Again if another claim of the same host came in between: the last to apply must know all paths. */
    private void applyUntilCurrent(ClaimRow claim, HostIngress ingress, String namespace) {
        var hand = cluster.as(claim.person(), claim.space());
        List<DomainRow> applied;
        var wanted = records.of(claim, ingress.host());
        do {
            applied = wanted;
            hand.apply(ingress.leading(applied), namespace);
            wanted = records.of(claim, ingress.host());
        } while (!wanted.equals(applied));
    }

    private Optional<String> service(ApplicationRow application, int port) {
        return caches.services(application.id()).stream()
                .filter(service -> Optional.ofNullable(service.getSpec().getPorts()).orElse(List.of()).stream()
                        .anyMatch(offered -> offered.getPort() == port))
                .map(Service::getMetadata)
                .map(metadata -> metadata.getName())
                .sorted()
                .findFirst();
    }

    private void fail(ClaimRow claim, List<Problem> problems) {
        told.once(
                () -> records.end(claim, "FAILED", null),
                () -> new DomainReport.Failed(
                        claim.id() + "-end", claim.requester(), claim.id(), claim.application(), null, problems));
    }

    private static Problem problem(String code, String... arguments) {
        return new Problem(code, List.of(arguments), null, List.of(Offer.EDIT, Offer.HUMAN), List.of());
    }
}
