package io.cosmopilot.deploy.domains;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.cluster.Tree;
import io.cosmopilot.templates.Manifest;

/** The hosts of Ingresses that people write themselves: they are had by the same rules as those that are claimed. */
@Component
public class WrittenHosts {

    private final DomainRecords records;
    private final ServedElsewhere elsewhere;
    private final DomainSettings settings;

    WrittenHosts(DomainRecords records, ServedElsewhere elsewhere, DomainSettings settings) {
        this.records = records;
        this.elsewhere = elsewhere;
        this.settings = settings;
    }

    /** Why a space cannot have them. */
    public List<Problem> check(List<Manifest> manifests, String space, String namespace) {
        return ingresses(manifests)
                .map(WrittenHosts::wish)
                .flatMap(wish -> Stream.concat(
                        wish.problems().stream(),
                        wish.hosts().stream().flatMap(host -> problem(host, space, namespace).stream())))
                .distinct()
                .toList();
    }

    private List<Problem> problem(Host host, String space, String namespace) {
        if (!host.below(settings.allowedSuffixes())) {
            var allowed = String.join(", ", settings.allowedSuffixes());
            return List.of(Wish.problem("deploy.domain.host-not-allowed", host.name(), allowed));
        }
        if (records.space(host).filter(owner -> !owner.equals(space)).isPresent()) {
            return List.of(Wish.problem("deploy.domain.host-taken", host.name()));
        }
        return elsewhere.serves(host, List.of(namespace))
                ? List.of(Wish.problem("deploy.domain.host-served", host.name()))
                : List.of();
    }

    /** Gives them to the space, in the caller's transaction; those are told that another has. */
    public List<Problem> take(List<Manifest> manifests, String space) {
        return ingresses(manifests)
                .flatMap(ingress -> wish(ingress).hosts().stream())
                .distinct()
                .sorted(Comparator.comparing(Host::name))
                .filter(host -> !records.takeHost(host, space))
                .map(host -> Wish.problem("deploy.domain.host-taken", host.name()))
                .toList();
    }

    private static Stream<Tree> ingresses(List<Manifest> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.kind().equals("Ingress"))
                .map(manifest -> new Tree(manifest.content()));
    }

    /** What serves every host asks for none by its name, and is not to be had. */
    private static Wish wish(Tree ingress) {
        var hosts = ingress.at("spec").each("rules").stream()
                .map(rule -> rule.text("host", ""))
                .toList();
        boolean every = hosts.contains("") || ingress.at("spec").has("defaultBackend");
        return Wish.read(every ? List.of() : hosts, List.of());
    }
}
