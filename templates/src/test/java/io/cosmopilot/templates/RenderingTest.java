package io.cosmopilot.templates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cosmopilot.templates.reading.Declarations;
import io.cosmopilot.templates.rendering.TemplateReader;

import static io.cosmopilot.templates.RenderingAssert.assertThat;
import static io.cosmopilot.templates.RenderingAssert.at;
import static org.assertj.core.api.Assertions.assertThat;

class RenderingTest {

    private static Rendering render(String yaml, String... values) {
        return Templates.standard().read("test", yaml).render(values(values));
    }

    private static Map<String, String> values(String... values) {
        var map = new HashMap<String, String>();
        for (int i = 0; i < values.length; i += 2) {
            map.put(values[i], values[i + 1]);
        }
        return map;
    }

    private static String configMap(String value) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  key: %s
                """.formatted(value);
    }

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: {{ APP_NAME }}
            spec:
              replicas: {{ COUNT }}
              selector:
                matchLabels: {app: "{{ APP_NAME }}"}
              template:
                metadata:
                  labels: {app: '{{APP_NAME}}'}
                spec:
                  containers:
                    - name: app
                      image: {{ DOCKER_IMAGE }}
                      ports:
                        - containerPort: {{ HTTP_PORT }}
                      env:
                        - name: PORT
                          value: {{ HTTP_PORT }}
                        - name: URL
                          value: http://{{ APP_NAME }}:{{ HTTP_PORT }}/
                        - name: DB_PASSWORD
                          value: {{ DB_PASSWORD }}
                        - name: DB_URL
                          value: "db://app:{{ DB_PASSWORD }}@db"
            """;

    private static final String[] VALUES = {
        "APP_NAME", "shop", "COUNT", "2", "DOCKER_IMAGE", "nginx:1.27", "HTTP_PORT", "8080", "DB_PASSWORD", "se: cret"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "1e3",
                "null",
                "~",
                "0644",
                "{a: b}",
                "[1, 2]",
                "- x",
                "a: b",
                "# no comment",
                "x\nprivileged: true",
                "x\n---\nkind: Pod",
                "*alias",
                "&anchor",
                "!!int 3",
                "\"",
                "'",
                "{{ OTHER }}",
                "$1 \\1 \\E",
                "汉字 😀"
            })
    void keepsWhatAPersonTypedAsText(String value) {
        for (var place :
                List.of("{{ VALUE }}", "{{VALUE}}", "\"{{ VALUE }}\"", "'{{ VALUE }}'", "|-\n    {{ VALUE }}")) {
            var rendering = assertThat(render(configMap(place), "VALUE", value));
            assertThat(at(rendering.manifest("ConfigMap"), "data")).isEqualTo(Map.of("key", value));
        }
    }

    @Test
    void putsSeveralPlacesIntoOneText() {
        var rendering = assertThat(render(configMap("{{ A }}-{{ B }}:{{A}}"), "A", "x", "B", "y"));
        assertThat(at(rendering.manifest("ConfigMap"), "data.key")).isEqualTo("x-y:x");
    }

    @Test
    void leavesOtherTemplateLanguagesAloneInText() {
        var rendering = assertThat(render(configMap("'{{ $labels.instance }} {{ .Values.x }} {{ a | b }} }} {{'")));
        assertThat(at(rendering.manifest("ConfigMap"), "data.key"))
                .isEqualTo("{{ $labels.instance }} {{ .Values.x }} {{ a | b }} }} {{");
    }

    @Test
    void saysThatThereAreNoExpressions() {
        assertThat(render(configMap("{{ .Values.x }}"))).complainsOnly("place.expression@6:9");
    }

    @Test
    void takesNoPlacesFromComments() {
        assertThat(Templates.standard()
                        .read("test", "# {{ UNUSED }}\n" + configMap("x"))
                        .variables())
                .isEmpty();
    }

    @Test
    void givesNumbersWhereNumbersAreWantedAndTextWhereTextIs() {
        var deployment = assertThat(render(DEPLOYMENT, VALUES)).manifest("Deployment");
        assertThat(at(deployment, "spec.replicas")).isEqualTo(2);
        assertThat(at(deployment, "spec.template.spec.containers.0.ports.0.containerPort"))
                .isEqualTo(8080);
        assertThat(at(deployment, "spec.template.spec.containers.0.env.0.value"))
                .isEqualTo("8080");
        assertThat(at(deployment, "spec.template.spec.containers.0.env.1.value"))
                .isEqualTo("http://shop:8080/");
    }

    @Test
    void keepsSecretsOutOfPlainEnvironmentValues() {
        var rendering = assertThat(render(DEPLOYMENT, VALUES));
        rendering.tells("changed.secret");
        assertThat(rendering.manifest("Deployment").toYaml()).doesNotContain("se: cret");
        assertThat(at(rendering.manifest("Deployment"), "spec.template.spec.containers.0.env.2.valueFrom"))
                .isEqualTo(Map.of("secretKeyRef", Map.of("name", "shop-secrets", "key", "DB_PASSWORD")));
        assertThat(at(rendering.manifest("Secret"), "data"))
                .isEqualTo(Map.of("DB_PASSWORD", "c2U6IGNyZXQ=", "DB_URL", "ZGI6Ly9hcHA6c2U6IGNyZXRAZGI="));
    }

    @Test
    void warnsOfSecretsInPlainSight() {
        assertThat(render(configMap("{{ DB_PASSWORD }}"), "DB_PASSWORD", "x")).tells("note.secret-visible");
    }

    @Test
    void generatesPasswordsThatNobodyGave() {
        var template = Templates.standard().read("test", configMap("{{ DB_PASSWORD }}"));
        assertThat(template.render(Map.of())).isNotEqualTo(template.render(Map.of()));
        var kept = template.complete(Map.of());
        assertThat(template.render(kept)).isEqualTo(template.render(kept));
    }

    @Test
    void allowsNoPlaceThatDecidesWhatAnObjectIs() {
        assertThat(render("""
                        apiVersion: {{ V }}
                        kind: "{{ K }}"
                        metadata:
                          name: x
                          namespace: {{ NAMESPACE }}
                        data:
                          {{ KEY }}: x
                        """, "V", "v1", "K", "ConfigMap", "NAMESPACE", "other", "KEY", "x"))
                .complains("place.closed", "apiVersion")
                .complains("place.closed", "kind")
                .complains("place.closed", "namespace")
                .complains("place.key", "KEY");
    }

    @Test
    void allowsPlacesInNamesOfLabels() {
        var rendering = assertThat(render("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: x
                          labels:
                            {{ KEY }}: x
                            team-{{ KEY }}: "{{ KEY }}"
                        """, "KEY", "a"));
        assertThat(at(rendering.manifest("ConfigMap"), "metadata.labels")).isEqualTo(Map.of("a", "x", "team-a", "a"));
    }

    @Test
    void complainsAboutLabelsThatBecomeTheSame() {
        assertThat(render("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: x
                          labels: {"{{ A }}": x, "{{ B }}": y}
                        """, "A", "same", "B", "same")).complains("yaml.duplicate-key", "same");
    }

    @Test
    void asksForWhatIsNeeded() {
        assertThat(render(configMap("{{ VALUE }}"))).complainsOnly("value.missing");
    }

    @Test
    void leavesOptionalFieldsOutWhenNothingIsGiven() {
        var declarations = Declarations.parse("variables: [{name: CLASS, required: false}]");
        var template = new TemplateReader(new Random(1)).read("test", """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: x}
                spec:
                  storageClassName: {{ CLASS }}
                  accessModes: [ReadWriteOnce]
                  resources: {requests: {storage: 1Gi}}
                """, declarations);
        var claim = assertThat(template.render(Map.of())).manifest("PersistentVolumeClaim");
        assertThat(claim.content().get("spec")).asString().doesNotContain("storageClassName");
    }

    @Test
    void encodesWhatAPersonTypedForASecret() {
        var secret = assertThat(render("""
                        apiVersion: v1
                        kind: Secret
                        metadata: {name: x}
                        data: {a: {{ PASSWORD }}, b: "{{ PASSWORD }}", c: aGVsbG8=}
                        stringData: {d: "hello"}
                        """, "PASSWORD", "hello")).manifest("Secret");
        assertThat(at(secret, "data"))
                .isEqualTo(Map.of("a", "aGVsbG8=", "b", "aGVsbG8=", "c", "aGVsbG8=", "d", "aGVsbG8="));
        assertThat(secret.content()).doesNotContainKey("stringData");
    }

    @Test
    void refusesValuesThatAreTooLongOrInvisible() {
        assertThat(render(configMap("{{ VALUE }}"), "VALUE", "x".repeat(20_000)))
                .complainsOnly("value.too-long");
        assertThat(render(configMap("{{ VALUE }}"), "VALUE", "x\0y")).complainsOnly("value.characters");
        assertThat(render(configMap("{{ VALUE }}"), "VALUE", "\uD83D")).complainsOnly("value.characters");
    }

    @Test
    void refusesToBlowUp() {
        assertThat(render(configMap("\"" + "{{ A }}".repeat(100) + "\""), "A", "x".repeat(16_000)))
                .complainsOnly("too-large@6:8");
    }

    @Test
    void unfoldsListsOfObjects() {
        var list = "apiVersion: v1\nkind: List\nitems:\n- "
                + configMap("x").indent(2).strip();
        assertThat(assertThat(render(list)).manifests())
                .extracting(Manifest::kind)
                .containsExactly("ConfigMap");
    }

    @Test
    void showsObjectsAsYamlThatMeansTheSame() {
        var manifest =
                assertThat(render(configMap("{{ VALUE }}"), "VALUE", "yes")).manifest("ConfigMap");
        assertThat(manifest.toYaml()).isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  key: "yes"
                """);
    }

    @Test
    void ignoresValuesOfOtherVariables() {
        assertThat(render(configMap("x"), "OTHER", "y")).isRendered();
    }
}
