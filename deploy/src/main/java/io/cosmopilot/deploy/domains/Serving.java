package io.cosmopilot.deploy.domains;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
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
    private final ServedElsewhere elsewhere;
    private final DomainSettings settings;
    private final Jobs jobs;
    private final Told told;

    Serving(
            DomainRecords records,
            ApplicationRecords applications,
            Namespaces namespaces,
            Caches caches,
            Cluster cluster,
            ServedElsewhere elsewhere,
            DomainSettings settings,
            Jobs jobs,
            Told told) {
        this.records = records;
        this.applications = applications;
        this.namespaces = namespaces;
        this.caches = caches;
        this.cluster = cluster;
        this.elsewhere = elsewhere;
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
        var services = services(application.get());
        var taken = takenElsewhere(claim, namespace.get());
        if (!services.containsKey(claim.port())) {
            var port = String.valueOf(claim.port());
            fail(claim, List.of(problem("deploy.domain.no-service", claim.application(), port)));
        } else if (!taken.isEmpty()) {
            fail(claim, taken);
        } else {
            serve(claim, application.get(), namespace.get(), services);
        }
    }

    /** Once more, since whoever claimed may have done so before the caches were told everything. */
    private List<Problem> takenElsewhere(ClaimRow claim, String namespace) {
        return hosts(claim)
                .filter(host -> elsewhere.serves(new Host(host), List.of(namespace)))
                .map(host -> problem("deploy.domain.host-served", host))
                .toList();
    }

    private Stream<String> hosts(ClaimRow claim) {
        return records.of(claim).stream().map(DomainRow::host).distinct();
    }

    private void serve(ClaimRow claim, ApplicationRow application, String namespace, Map<Integer, String> services) {
        try {
            hosts(claim).forEach(host -> {
                var ingress = new HostIngress(application, host, services, settings.ingressClass(), settings.tls());
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

    /** The application's Services by the ports that they offer; the first by name where several do. */
    private Map<Integer, String> services(ApplicationRow application) {
        var services = new HashMap<Integer, String>();
        caches.services(application.id()).stream()
                .sorted(Comparator.comparing(service -> service.getMetadata().getName()))
                .forEach(service -> Stream.ofNullable(service.getSpec().getPorts())
                        .flatMap(List::stream)
                        .forEach(offered -> services.putIfAbsent(
                                offered.getPort(), service.getMetadata().getName())));
        return services;
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
