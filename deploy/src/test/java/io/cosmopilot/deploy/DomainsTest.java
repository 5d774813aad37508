package io.cosmopilot.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import io.cosmopilot.deploy.registry.WithRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whose a domain is: the database says so. On the sandbox. */
@WithRegistry
class DomainsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Domains domains;

    @Autowired
    Spaces spaces;

    @Autowired
    Releases releases;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Reports reports;

    @Autowired
    KubernetesClient cluster;

    private final String number = UUID.randomUUID().toString().substring(0, 8);
    private final Requester ada = new Requester("ada-" + number, "there");
    private final Requester eve = new Requester("eve-" + number, "there");

    @BeforeEach
    void openSpaces() {
        provision(ada);
        provision(eve);
    }

    @Test
    void several_hosts_and_paths_are_had_at_once_or_not_at_all() {
        var blog = host("blog");
        var shop = host("shop");
        var free = host("free");
        claim(ada, List.of(blog, shop), List.of("/", "/a"));

        assertThat(codes(ada, blog, "/b")).isEmpty();
        assertThat(codes(eve, blog, "/b")).containsExactly("deploy.domain.host-taken");
        assertThat(codes(eve, shop, "/")).containsExactly("deploy.domain.host-taken");

        var refused = claim(eve, List.of(free, shop), List.of("/"));
        assertThat(problems(refused)).containsExactly("deploy.domain.host-taken");
        assertThat(codes(ada, free, "/")).isEmpty();
    }

    @Test
    void what_is_written_wrongly_or_lies_outside_of_what_is_allowed_is_told_all_at_once() {
        assertThat(codes(ada, "shop.evil.org", "/")).containsExactly("deploy.domain.host-not-allowed");
        assertThat(codes(ada, "shop." + number + ".example.com", "/")).isEmpty();
        assertThat(domains.check(ada.person(), List.of("*.apps.localhost", "no host"), List.of("/a b")))
                .extracting(Problem::code)
                .containsExactly(
                        "deploy.domain.host-wildcard", "deploy.domain.host-malformed", "deploy.domain.path-malformed");
    }

    @Test
    void a_free_name_is_proposed_below_the_base_domain() {
        var application = "app" + number;
        assertThat(domains.propose(application, space(eve))).contains(application + ".apps.localhost");

        claim(ada, List.of(application + ".apps.localhost"), List.of());
        serve(application + "-" + space(eve) + ".apps.localhost");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(domains.propose(application, space(eve)))
                        .contains(application + "-" + space(eve) + "-2.apps.localhost"));
    }

    @Test
    void a_host_that_the_cluster_serves_already_is_nobodys() {
        var served = host("served");
        serve(served);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(codes(ada, served, "/")).containsExactly("deploy.domain.host-served"));
        assertThat(problems(claim(ada, List.of(served), List.of()))).containsExactly("deploy.domain.host-served");
    }

    @Test
    void of_all_who_claim_a_host_at_the_same_time_one_tenant_has_it() throws Exception {
        var wanted = host("wanted");
        var claims = new ArrayList<String>();
        try (var people = Executors.newFixedThreadPool(8)) {
            var deeds = IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(
                            one -> () -> claim(one % 2 == 0 ? ada : eve, List.of(wanted), List.of("/" + one)))
                    .toList();
            for (var claim : people.invokeAll(deeds)) {
                claims.add(claim.get());
            }
        }

        var taken = reports.all(
                DomainReport.Failed.class,
                report -> claims.contains(report.claim())
                        && report.problems().getFirst().code().equals("deploy.domain.host-taken"));
        assertThat(taken)
                .hasSize(8)
                .extracting(DomainReport::requester)
                .containsOnly(taken.getFirst().requester());
    }

    @Test
    void an_ingress_that_somebody_writes_has_hosts_by_the_same_rules() {
        var mine = host("mine");
        claim(ada, List.of(mine), List.of());

        assertThat(refused(eve, rule("host: " + mine + ", "))).containsExactly("deploy.domain.host-taken");
        assertThat(refused(eve, rule("host: bank.org, "))).containsExactly("deploy.domain.host-not-allowed");
        assertThat(refused(eve, rule(""))).containsExactly("deploy.domain.no-host");
    }

    private String host(String name) {
        return name + "-" + number + ".apps.localhost";
    }

    private static String space(Requester person) {
        return person.person();
    }

    private String claim(Requester person, List<String> hosts, List<String> paths) {
        var claim = UUID.randomUUID().toString();
        transaction.executeWithoutResult(turn -> domains.claim(claim, "blog", space(person), 80, hosts, paths, person));
        return claim;
    }

    private List<String> codes(Requester person, String host, String path) {
        return domains.check(person.person(), List.of(host), List.of(path)).stream()
                .map(Problem::code)
                .toList();
    }

    private List<String> problems(String claim) {
        return reports
                .next(DomainReport.Failed.class, SOON, report -> report.claim().equals(claim))
                .problems()
                .stream()
                .map(Problem::code)
                .toList();
    }

    private void serve(String host) {
        cluster.resource(new IngressBuilder()
                        .withNewMetadata()
                        .withName("served-" + UUID.randomUUID())
                        .withNamespace("default")
                        .endMetadata()
                        .withNewSpec()
                        .addNewRule()
                        .withHost(host)
                        .withNewHttp()
                        .addNewPath()
                        .withPath("/")
                        .withPathType("Prefix")
                        .withNewBackend()
                        .withNewService()
                        .withName("other")
                        .withNewPort()
                        .withNumber(80)
                        .endPort()
                        .endService()
                        .endBackend()
                        .endPath()
                        .endHttp()
                        .endRule()
                        .endSpec()
                        .build())
                .create();
    }

    private void provision(Requester person) {
        transaction.executeWithoutResult(turn -> spaces.provision(space(person), new Quota(5, 2, 2), person));
        reports.next(
                SpaceReport.Provisioned.class,
                SOON,
                report -> report.space().name().equals(space(person)));
    }

    private static String rule(String host) {
        return "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: front}, spec: {rules: [{" + host
                + "http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: front, port: {number: 80}}}}]}}]}}";
    }

    private List<String> refused(Requester person, String yaml) {
        var release = UUID.randomUUID().toString();
        var order = new Order("front", space(person), "plain", Map.of("YAML", yaml));
        transaction.executeWithoutResult(turn -> releases.plan(release, order, person));
        return ((ReleaseReport.Refused) reports.outcome(release, SOON))
                .problems().stream().map(Problem::code).toList();
    }
}
