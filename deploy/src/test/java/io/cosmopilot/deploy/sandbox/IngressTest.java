package io.cosmopilot.deploy.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Services have addresses, and what has a domain answers in a browser. */
class IngressTest extends SandboxCluster {

    private static final String HOST = "blog.apps.localhost";

    @Test
    void a_deployed_application_answers_under_its_domain() {
        apply(web("blog", "nginx:1.27", 1).build());
        apply(service("blog", "ClusterIP", 0));
        apply(ingress("blog", "/"));
        until("blog", Kubectl::hasRolledOut);

        String answer = get(HOST, "/", "en");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("default-src 'none'; style-src 'sha256-");
        assertThat(Jsoup.parse(body(answer)).title()).isEqualTo("blog");
        assertThat(body(answer))
                .contains("sandbox answering for the image nginx:1.27")
                .doesNotContain("<script");
        assertThat(body(get(HOST, "/", "zh-CN,zh;q=0.9,en;q=0.8")))
                .contains("沙箱代替镜像 nginx:1.27")
                .contains("lang=\"zh\"");
    }

    @Test
    void what_is_not_ready_says_so() {
        apply(web("blog", "nginx:missing", 1).build());
        apply(service("blog", "ClusterIP", 0));
        apply(ingress("blog", "/"));

        assertThat(get(HOST, "/", "en")).startsWith("HTTP/1.1 503").contains("<title>Not ready yet</title>");
    }

    @Test
    void where_no_rule_is_nobody_lives() {
        apply(web("blog", "nginx:1.27", 1).build());
        apply(service("blog", "ClusterIP", 0));
        apply(ingress("blog", "/shop"));
        until("blog", Kubectl::hasRolledOut);

        assertThat(get("other.apps.localhost", "/shop", "en")).startsWith("HTTP/1.1 404");
        assertThat(get(HOST, "/shopping", "en")).startsWith("HTTP/1.1 404");
        assertThat(get(HOST, "/shop/cart", "en")).startsWith("HTTP/1.1 200");
    }

    @Test
    void what_visitors_send_is_shown_as_text() {
        assertThat(body(get("<b>x</b>", "/", "en"))).contains("&lt;b&gt;x").doesNotContain("<b>x");
    }

    @Test
    void an_ingress_gets_the_address_at_which_it_is_reached() {
        apply(ingress("blog", "/"));

        Ingress addressed = client.network()
                .v1()
                .ingresses()
                .inNamespace(SPACE)
                .withName("blog")
                .waitUntilCondition(
                        found -> found.getStatus() != null && found.getStatus().getLoadBalancer() != null,
                        10,
                        TimeUnit.SECONDS);

        assertThat(addressed.getStatus().getLoadBalancer().getIngress())
                .extracting("ip")
                .containsExactly("127.0.0.1");
    }

    @Test
    void services_get_addresses_and_ports_of_their_own() {
        Service one = apply(service("one", "NodePort", 0));
        Service other = apply(service("other", "NodePort", 0));

        assertThat(one.getSpec().getClusterIP())
                .startsWith("10.96.")
                .isNotEqualTo(other.getSpec().getClusterIP());
        assertThat(nodePort(one)).isBetween(30_000, 32_767).isNotEqualTo(nodePort(other));
        assertThat(nodePort(apply(service("one", "NodePort", 0)))).isEqualTo(nodePort(one));
    }

    @Test
    void a_node_port_belongs_to_one_service() {
        apply(service("one", "NodePort", 30_080));

        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() -> apply(service("other", "NodePort", 30_080)))
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(422))
                .withMessageContaining("Service \"other\" is invalid: spec.ports[0].nodePort: Invalid value: 30080: "
                        + "provided port is already allocated");
    }

    private static int nodePort(Service service) {
        return service.getSpec().getPorts().getFirst().getNodePort();
    }

    /** Written by hand: the JDK's clients do not let a test choose the Host header. */
    private String get(String host, String path, String language) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.ingressPort())) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: %s:8081\r\nAccept-Language: %s\r\n\r\n".formatted(path, host, language);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    private static Service service(String name, String type, int nodePort) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(SPACE)
                .endMetadata()
                .withNewSpec()
                .withType(type)
                .withSelector(Map.of("app", name))
                .addNewPort()
                .withPort(80)
                .withTargetPort(new IntOrString(80))
                .withNodePort(nodePort == 0 ? null : Integer.valueOf(nodePort))
                .endPort()
                .endSpec()
                .build();
    }

    private static Ingress ingress(String service, String path) {
        return new IngressBuilder()
                .withNewMetadata()
                .withName(service)
                .withNamespace(SPACE)
                .endMetadata()
                .withNewSpec()
                .addNewRule()
                .withHost(HOST)
                .withNewHttp()
                .addNewPath()
                .withPath(path)
                .withPathType("Prefix")
                .withNewBackend()
                .withNewService()
                .withName(service)
                .withNewPort()
                .withNumber(80)
                .endPort()
                .endService()
                .endBackend()
                .endPath()
                .endHttp()
                .endRule()
                .endSpec()
                .build();
    }
}
