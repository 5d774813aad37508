package io.cosmopilot.templates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

import static io.cosmopilot.templates.RenderingAssert.assertThat;
import static io.cosmopilot.templates.RenderingAssert.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A template as the platform's users have always written them. */
class PlatformTemplateTest {

    private static final Map<String, String> VALUES = Map.of(
            "APP_NAME", "search",
            "DOCKER_IMAGE", "registry.example.com/kstore/elasticsearch:6.8.23",
            "NAMESPACE", "kstore",
            "REPLICAS", "3");

    private static String written() throws IOException {
        return new ClassPathResource("platform/elasticsearch.yaml").getContentAsString(StandardCharsets.UTF_8);
    }

    private static Template template(String yaml) {
        return Templates.standard().read("elasticsearch", yaml);
    }

    @Test
    void knowsWhatItsVariablesAre() throws IOException {
        assertThat(template(written()).variables())
                .extracting(Variable::name, Variable::type, Variable::required)
                .containsExactly(
                        tuple("APP_NAME", VariableType.DNS_LABEL, true),
                        tuple("REPLICAS", VariableType.INTEGER, true),
                        tuple("DOCKER_IMAGE", VariableType.IMAGE, true),
                        tuple("NAMESPACE", VariableType.DNS_LABEL, true));
    }

    @Test
    void rendersAsItStands() throws IOException {
        var rendering = assertThat(template(written()).render(VALUES));
        var deployment = rendering.manifest("Deployment");
        assertThat(deployment.apiVersion()).isEqualTo("apps/v1");
        assertThat(at(deployment, "spec.replicas")).isEqualTo(3);
        assertThat(at(deployment, "spec.selector.matchLabels")).isEqualTo(Map.of("app", "search"));
        assertThat(at(deployment, "spec.template.spec.nodeSelector.zone")).isEqualTo("qianmi");
        assertThat(at(deployment, "spec.template.spec.containers.0.image"))
                .isEqualTo("registry.example.com/kstore/elasticsearch:6.8.23");
        assertThat(at(deployment, "spec.template.spec.containers.0.env.0.value"))
                .isEqualTo("kstore");
        assertThat(at(deployment, "spec.template.spec.containers.0.env.1.value"))
                .isEqualTo("search-cluster");
        assertThat(at(deployment, "spec.template.spec.volumes.1.configMap.defaultMode"))
                .isEqualTo(420);
    }

    @Test
    void keepsTheFixedPortOfItsService() throws IOException {
        var service = assertThat(template(written()).render(VALUES)).manifest("Service");
        assertThat(at(service, "spec.ports.0.nodePort")).isEqualTo(30920);
        assertThat(at(service, "spec.ports.0.protocol")).isEqualTo("TCP");
        assertThat(at(service, "spec.ports.2.targetPort")).isEqualTo("metrics");
        assertThat(at(service, "metadata.namespace")).isNull();
    }

    @Test
    void tellsWhatWasChanged() throws IOException {
        assertThat(template(written()).render(VALUES))
                .tells(
                        "changed.api-version",
                        "changed.selector",
                        "changed.namespace",
                        "note.elsewhere",
                        "note.node-port");
    }

    @Test
    void isRefusedForADirectoryOfTheHostAndNothingElse() throws IOException {
        var onHost = written().replace("emptyDir: {}", "hostPath:\n          path: /data/es");
        assertThat(template(onHost).render(VALUES)).complainsOnly("policy.host-path@40:9");
    }

    @Test
    void rendersWithWindowsLineEndsAndAByteOrderMark() throws IOException {
        var windows = "\uFEFF" + written().replace("\n", "\r\n");
        assertThat(template(windows).render(VALUES)).isRendered();
    }

    @Test
    void asksForWhatIsMissingOnceAndComplainsAboutNothingElse() throws IOException {
        assertThat(template(written()).render(Map.of("APP_NAME", "Search!")))
                .complainsOnly("value.dns-label", "value.missing", "value.missing");
    }
}
