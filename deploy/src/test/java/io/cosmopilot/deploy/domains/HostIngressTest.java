package io.cosmopilot.deploy.domains;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.cosmopilot.deploy.applications.ApplicationRow;
import io.cosmopilot.deploy.cluster.Tree;

import static org.assertj.core.api.Assertions.assertThat;

class HostIngressTest {

    private static final ApplicationRow BLOG = new ApplicationRow("id", "space", "blog", "wordpress");
    private static final Host HOST = new Host("blog.example.com");
    private static final List<DomainRow> PATHS =
            List.of(new DomainRow(HOST.name(), "/db", 81), new DomainRow(HOST.name(), "/", 80));

    private static Tree ingress(Tls tls) {
        var services = Map.of(80, "blog", 81, "blog-db");
        return new Tree(new HostIngress(BLOG, HOST.name(), services, null, tls)
                .leading(PATHS)
                .content());
    }

    @Test
    void each_path_leads_to_the_service_that_offers_its_port() {
        var rule = ingress(new Tls(null, null)).at("spec").each("rules").getFirst();

        assertThat(rule.at("http").each("paths"))
                .extracting(path -> path.text("path", "")
                        + " "
                        + path.at("backend", "service").text("name", ""))
                .containsExactly("/db blog-db", "/ blog");
    }

    @Test
    void without_certificates_nothing_is_said_of_them() {
        var ingress = ingress(new Tls(null, null));

        assertThat(ingress.at("spec").has("tls")).isFalse();
        assertThat(IngressDoor.at("10.0.0.1:8081", null, false).url(HOST, "/a"))
                .isEqualTo("http://blog.example.com:8081/a");
        assertThat(IngressDoor.at("10.0.0.1:8081", 80, false).url(HOST, "/a")).isEqualTo("http://blog.example.com/a");
    }

    @Test
    void a_secret_that_all_hosts_share_is_named() {
        var tls = ingress(new Tls("wildcard", null)).at("spec").each("tls");

        assertThat(tls).singleElement().satisfies(entry -> {
            assertThat(entry.text("secretName", "")).isEqualTo("wildcard");
            assertThat(entry.root()).containsEntry("hosts", List.of(HOST.name()));
        });
        assertThat(IngressDoor.at("10.0.0.1:80", null, true).url(HOST, "/")).isEqualTo("https://blog.example.com/");
    }

    @Test
    void cert_manager_is_asked_for_a_certificate_of_the_hosts_own() {
        var ingress = ingress(new Tls(null, "letsencrypt"));

        assertThat(ingress.at("metadata", "annotations").root())
                .containsEntry("cert-manager.io/cluster-issuer", "letsencrypt");
        assertThat(ingress.at("spec").each("tls").getFirst().text("secretName", ""))
                .isEqualTo(ingress.at("metadata").text("name", "") + "-tls");
    }
}
