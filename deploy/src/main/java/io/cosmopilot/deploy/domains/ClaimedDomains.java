package io.cosmopilot.deploy.domains;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.cosmopilot.deploy.DomainReport;
import io.cosmopilot.deploy.Domains;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.jobs.Jobs;
import io.cosmopilot.deploy.spaces.Namespaces;

/** Domains as they were claimed. */
@Component
class ClaimedDomains implements Domains {

    private static final UrlPath ROOT = new UrlPath("/");
    private static final int NUMBERED = 9;

    private final DomainRecords records;
    private final Namespaces namespaces;
    private final ServedElsewhere elsewhere;
    private final DomainSettings settings;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    ClaimedDomains(
            DomainRecords records,
            Namespaces namespaces,
            ServedElsewhere elsewhere,
            DomainSettings settings,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.records = records;
        this.namespaces = namespaces;
        this.elsewhere = elsewhere;
        this.settings = settings;
        this.jobs = jobs;
        this.events = events;
    }

    @Override
    public Optional<String> propose(String application, String space) {
        return settings.base()
                .flatMap(base -> names(application, space)
                        .flatMap(name -> Host.parse(name + "." + base).stream())
                        .filter(host -> host.below(settings.allowedSuffixes()) && free(host, space))
                        .map(Host::name)
                        .findFirst());
    }

    private static Stream<String> names(String application, String space) {
        var both = application + "-" + space;
        return Stream.concat(
                Stream.of(application, both),
                IntStream.rangeClosed(2, NUMBERED).mapToObj(number -> both + "-" + number));
    }

    private boolean free(Host host, String space) {
        return records.space(host).filter(owner -> !owner.equals(space)).isEmpty()
                && records.application(host, ROOT).isEmpty()
                && !elsewhere.serves(host, namespace(space));
    }

    private List<String> namespace(String space) {
        return namespaces.of(space).stream().toList();
    }

    @Override
    public List<Problem> check(String person, List<String> hosts, List<String> paths) {
        var wish = Wish.read(hosts, paths);
        return Stream.concat(
                        wish.problems().stream(),
                        wish.hosts().stream().flatMap(host -> problems(person, host, wish.paths())))
                .toList();
    }

    private Stream<Problem> problems(String person, Host host, List<UrlPath> paths) {
        if (!host.below(settings.allowedSuffixes())) {
            var allowed = String.join(", ", settings.allowedSuffixes());
            return Stream.of(Wish.problem("deploy.domain.host-not-allowed", host.name(), allowed));
        }
        if (records.owner(host).filter(owner -> !owner.equals(person)).isPresent()) {
            return Stream.of(Wish.problem("deploy.domain.host-taken", host.name()));
        }
        if (elsewhere.serves(host, namespaces.ownedBy(person))) {
            return Stream.of(Wish.problem("deploy.domain.host-served", host.name()));
        }
        return paths.stream()
                .flatMap(path -> records.application(host, path).stream()
                        .map(application ->
                                Wish.problem("deploy.domain.path-taken", host.name() + path.text(), application)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(
            String id,
            String application,
            String space,
            int port,
            List<String> hosts,
            List<String> paths,
            Requester requester) {
        if (!records.open(id, application, space, port, requester)) {
            return;
        }
        var wish = Wish.read(hosts, paths);
        var problems = new ArrayList<>(wish.problems());
        problems.addAll(take(id, space, wish));
        if (problems.isEmpty()) {
            jobs.enqueue(Serving.TASK, id);
        } else {
            refuse(id, problems);
        }
    }

    /** Takes everything in one order for all, so that two claims never wait for each other. */
    private List<Problem> take(String id, String space, Wish wish) {
        var problems = new ArrayList<Problem>();
        wish.hosts().stream().sorted(Comparator.comparing(Host::name)).forEach(host -> {
            if (!host.below(settings.allowedSuffixes())) {
                var allowed = String.join(", ", settings.allowedSuffixes());
                problems.add(Wish.problem("deploy.domain.host-not-allowed", host.name(), allowed));
            } else if (!records.takeHost(host, space)) {
                problems.add(Wish.problem("deploy.domain.host-taken", host.name()));
            } else if (elsewhere.serves(host, namespace(space))) {
                problems.add(Wish.problem("deploy.domain.host-served", host.name()));
            } else {
                problems.addAll(takePaths(id, host, wish));
            }
        });
        return problems;
    }

    private List<Problem> takePaths(String id, Host host, Wish wish) {
        return wish.paths().stream()
                .sorted(Comparator.comparing(UrlPath::text))
                .filter(path -> !records.take(
                        host,
                        path,
                        id,
                        wish.hosts().indexOf(host) * wish.paths().size()
                                + wish.paths().indexOf(path)))
                .map(path -> Wish.problem(
                        "deploy.domain.path-taken",
                        host.name() + path.text(),
                        records.application(host, path).orElse("?")))
                .toList();
    }

    private void refuse(String id, List<Problem> problems) {
        records.release(id);
        records.find(id)
                .filter(claim -> records.end(claim, "FAILED", null))
                .ifPresent(claim -> events.publishEvent(new DomainReport.Failed(
                        id + "-end", claim.requester(), id, claim.application(), null, List.copyOf(problems))));
    }
}
