package io.cosmopilot.templates;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.cosmopilot.templates.RenderingAssert.assertThat;
import static io.cosmopilot.templates.RenderingAssert.at;
import static org.assertj.core.api.Assertions.assertThat;

/** API versions of long ago. */
class MigrationTest {

    private static RenderingAssert render(String yaml, String... arguments) {
        return assertThat(Templates.standard()
                .read("test", yaml.formatted((Object[]) arguments))
                .render(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "apps/v1beta1, Deployment",
        "apps/v1beta2, Deployment",
        "extensions/v1beta1, Deployment",
        "apps/v1beta2, DaemonSet",
        "extensions/v1beta1, DaemonSet",
        "apps/v1beta2, ReplicaSet",
        "extensions/v1beta1, ReplicaSet",
        "apps/v1, Deployment"
    })
    void workloadsGetTheSelectorThatTheLabelsOfTheirPodsMeant(String apiVersion, String kind) {
        var rendering = render("""
                apiVersion: %s
                kind: %s
                metadata: {name: x}
                spec:
                  template:
                    metadata: {labels: {app: x, tier: web}}
                    spec: {containers: [{name: a, image: 'nginx:1.27'}]}
                """, apiVersion, kind);
        var workload = rendering.tells("changed.selector").manifest(kind);
        assertThat(workload.apiVersion()).isEqualTo("apps/v1");
        assertThat(at(workload, "spec.selector.matchLabels")).isEqualTo(Map.of("app", "x", "tier", "web"));
    }

    @Test
    void podsWithoutLabelsGetOne() {
        var deployment = render("""
                        apiVersion: apps/v1beta1
                        kind: Deployment
                        metadata: {name: x}
                        spec:
                          rollbackTo: {revision: 1}
                          template:
                            spec: {containers: [{name: a, image: 'nginx:1.27'}]}
                        """).tells("changed.field-removed").manifest("Deployment");
        assertThat(at(deployment, "spec.selector.matchLabels.app")).isEqualTo("x");
        assertThat(at(deployment, "spec.template.metadata.labels.app")).isEqualTo("x");
        assertThat(at(deployment, "spec.rollbackTo")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"extensions/v1beta1", "networking.k8s.io/v1beta1"})
    void ingressesGetBackendsOfTheNewForm(String apiVersion) {
        var ingress = render("""
                        apiVersion: %s
                        kind: Ingress
                        metadata: {name: x}
                        spec:
                          backend: {serviceName: fallback, servicePort: http}
                          rules:
                            - host: x.example.com
                              http:
                                paths:
                                  - path: /a
                                    backend: {serviceName: a, servicePort: 80}
                                  - path: /b
                                    pathType: Prefix
                                    backend: {serviceName: b, servicePort: "web"}
                        """, apiVersion).tells("changed.api-version").manifest("Ingress");
        assertThat(at(ingress, "spec.defaultBackend"))
                .isEqualTo(Map.of("service", Map.of("name", "fallback", "port", Map.of("name", "http"))));
        assertThat(at(ingress, "spec.rules.0.http.paths"))
                .isEqualTo(List.of(
                        Map.of(
                                "path", "/a",
                                "pathType", "ImplementationSpecific",
                                "backend", Map.of("service", Map.of("name", "a", "port", Map.of("number", 80)))),
                        Map.of(
                                "path", "/b",
                                "pathType", "Prefix",
                                "backend", Map.of("service", Map.of("name", "b", "port", Map.of("name", "web"))))));
    }

    @Test
    void portsOfBackendsMayBeFilledIn() {
        var template = Templates.standard().read("test", """
                apiVersion: extensions/v1beta1
                kind: Ingress
                metadata: {name: x}
                spec:
                  backend: {serviceName: a, servicePort: {{ THE_PORT }}}
                """);
        var ingress = assertThat(template.render(Map.of("THE_PORT", "80"))).manifest("Ingress");
        assertThat(at(ingress, "spec.defaultBackend.service.port.number")).isEqualTo(80);
    }

    @Test
    void autoscalersGetTargets() {
        var autoscaler = render("""
                        apiVersion: autoscaling/v2beta1
                        kind: HorizontalPodAutoscaler
                        metadata: {name: x}
                        spec:
                          maxReplicas: 3
                          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: x}
                          metrics:
                            - type: Resource
                              resource: {name: cpu, targetAverageUtilization: 80}
                            - type: Pods
                              pods: {metricName: requests, targetAverageValue: 1k}
                            - type: Object
                              object: {target: {kind: Service, name: x}, metricName: hits, targetValue: 5}
                        """).tells("changed.api-version").manifest("HorizontalPodAutoscaler");
        assertThat(autoscaler.apiVersion()).isEqualTo("autoscaling/v2");
        assertThat(at(autoscaler, "spec.metrics.0.resource.target"))
                .isEqualTo(Map.of("type", "Utilization", "averageUtilization", 80));
        assertThat(at(autoscaler, "spec.metrics.1.pods.metric.name")).isEqualTo("requests");
        assertThat(at(autoscaler, "spec.metrics.2.object.describedObject.name")).isEqualTo("x");
        assertThat(at(autoscaler, "spec.metrics.2.object.target.value")).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "batch/v1beta1, CronJob, batch/v1",
        "batch/v2alpha1, CronJob, batch/v1",
        "policy/v1beta1, PodDisruptionBudget, policy/v1",
        "extensions/v1beta1, NetworkPolicy, networking.k8s.io/v1"
    })
    void othersOnlyChangeTheirVersion(String old, String kind, String now) {
        var spec = switch (kind) {
            case "CronJob" ->
                "{schedule: '0 * * * *', jobTemplate: {spec: {template: {spec:"
                        + " {restartPolicy: Never, containers: [{name: a, image: 'nginx:1.27'}]}}}}}";
            case "NetworkPolicy" -> "{podSelector: {}}";
            default -> "{minAvailable: 1, selector: {matchLabels: {app: x}}}";
        };
        var yaml = "apiVersion: %s\nkind: %s\nmetadata: {name: x}\nspec: %s\n";
        var manifest =
                render(yaml, old, kind, spec).tells("changed.api-version").manifest(kind);
        assertThat(manifest.apiVersion()).isEqualTo(now);
        assertThat(manifest.withApiVersion(old).apiVersion()).isEqualTo(old);
    }

    @Test
    void whatAClusterHadWrittenIsLeftOut() {
        var configMap = render("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata: {name: x, uid: abc, resourceVersion: "3", creationTimestamp: null, managedFields: []}
                        data: {a: b}
                        """).tells("changed.server-fields").manifest("ConfigMap");
        assertThat(at(configMap, "metadata")).isEqualTo(Map.of("name", "x"));
    }
}
