package io.cosmopilot.deploy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Domains of an application on the real cluster, which has no ingress controller: the Ingresses are what is seen. */
@OnRealCluster
class DomainsIT {

    @Autowired
    Domains domains;

    @Test
    void an_application_is_served_under_several_hosts_and_paths_and_gives_them_up_with_its_end(Tenant ada, Tenant eve) {
        ada.succeeds("blog", Map.of());
        var one = "one-" + ada.space() + ".apps.localhost";
        var two = "two-" + ada.space() + ".apps.localhost";

        assertThat(claim(ada, 80, List.of(one, two), List.of("/", "/shop")))
                .extracting(Problem::code)
                .containsExactly("deploy.domain.nobody-answers");
        claim(ada, 3306, List.of(one), List.of("/db"));

        assertThat(paths(ada, one)).containsExactlyInAnyOrder("/ blog 80", "/shop blog 80", "/db blog-db 3306");
        assertThat(paths(ada, two)).containsExactlyInAnyOrder("/ blog 80", "/shop blog 80");
        var ingress = ingress(ada, one);
        assertThat(ingress.getMetadata().getAnnotations()).containsEntry("cert-manager.io/cluster-issuer", "tests");
        assertThat(ingress.getSpec().getTls()).singleElement().satisfies(tls -> {
            assertThat(tls.getHosts()).containsExactly(one);
            assertThat(tls.getSecretName()).isEqualTo(ingress.getMetadata().getName() + "-tls");
        });
        assertThat(codes(eve, one)).containsExactly("deploy.domain.host-taken");

        var gone = ada.order(new Order("blog", ada.space(), new Source.Nothing(true), List.of()));
        ada.reports()
                .next(
                        ReleaseReport.Planned.class,
                        Tenant.SOON,
                        report -> report.release().equals(gone));
        ada.apply(gone);
        assertThat(ada.outcome(gone)).isInstanceOf(ReleaseReport.Removed.class);
        await().atMost(Tenant.SOON)
                .untilAsserted(() -> assertThat(codes(eve, one)).isEmpty());
    }

    @Test
    void a_host_that_something_else_in_the_cluster_serves_is_neither_claimed_nor_written_into_yaml(
            Tenant ada, Tenant eve) {
        var served = "served-" + eve.space() + ".apps.localhost";
        eve.client()
                .resource(new IngressBuilder()
                        .withNewMetadata()
                        .withName("theirs")
                        .withNamespace(eve.space())
                        .endMetadata()
                        .withNewSpec()
                        .withNewDefaultBackend()
                        .withNewService()
                        .withName("theirs")
                        .withNewPort()
                        .withNumber(80)
                        .endPort()
                        .endService()
                        .endDefaultBackend()
                        .addNewRule()
                        .withHost(served)
                        .endRule()
                        .endSpec()
                        .build())
                .create();

        await().atMost(Tenant.SOON)
                .untilAsserted(() -> assertThat(codes(ada, served)).containsExactly("deploy.domain.host-served"));
        assertThat(claim(ada, 80, List.of(served), List.of()))
                .extracting(Problem::code)
                .containsExactly("deploy.domain.host-served");
        var release = ada.orderPlain(
                "yaml",
                "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: yaml}, spec: {rules: [{host: "
                        + served + ", http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: yaml, port:"
                        + " {number: 80}}}}]}}]}}");
        assertThat(((ReleaseReport.Refused) ada.outcome(release)).problems())
                .extracting(Problem::code)
                .containsExactly("deploy.domain.host-served");
    }

    /** How a claim fails: nobody serves pages here. */
    private List<Problem> claim(Tenant ada, int port, List<String> hosts, List<String> paths) {
        var claim = UUID.randomUUID().toString();
        ada.transaction()
                .executeWithoutResult(
                        turn -> domains.claim(claim, "blog", ada.space(), port, hosts, paths, ada.person()));
        return ada.reports()
                .next(
                        DomainReport.Failed.class,
                        Tenant.SOON,
                        report -> report.claim().equals(claim))
                .problems();
    }

    private List<String> codes(Tenant tenant, String host) {
        return domains.check(tenant.person().person(), List.of(host), List.of()).stream()
                .map(Problem::code)
                .toList();
    }

    private static Ingress ingress(Tenant tenant, String host) {
        return tenant.client().network().v1().ingresses().inNamespace(tenant.space()).list().getItems().stream()
                .filter(ingress ->
                        host.equals(ingress.getSpec().getRules().getFirst().getHost()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> paths(Tenant tenant, String host) {
        return ingress(tenant, host).getSpec().getRules().getFirst().getHttp().getPaths().stream()
                .map(DomainsIT::words)
                .toList();
    }

    private static String words(HTTPIngressPath path) {
        var service = path.getBackend().getService();
        return path.getPath() + " " + service.getName() + " "
                + service.getPort().getNumber();
    }
}
