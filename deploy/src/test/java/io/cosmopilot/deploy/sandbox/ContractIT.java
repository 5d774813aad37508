package io.cosmopilot.deploy.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.cosmopilot.deploy.RealCluster;
import io.cosmopilot.deploy.sandbox.Case.Request;
import io.cosmopilot.deploy.sandbox.Server.Said;

import static org.assertj.core.api.Assertions.assertThat;

/** The sandbox and the real cluster are asked the same, and answer the same: code, reason and the fields complained about. */
@ExtendWith(RealCluster.class)
class ContractIT {

    private static final String MAPS = "/api/v1/namespaces/NS/configmaps";
    private static final String SERVICES = "/api/v1/namespaces/NS/services";
    private static final String PODS = "/api/v1/namespaces/NS/pods";
    private static final String QUOTAS = "/api/v1/namespaces/NS/resourcequotas";
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/NS/deployments";
    private static final String INGRESSES = "/apis/networking.k8s.io/v1/namespaces/NS/ingresses";

    /** Where they may differ, and why. */
    private static final Map<String, String> KNOWN =
            Map.of("a text for a number", "Kubernetes 1.20 calls what it cannot apply an error of its own, 500");

    @TempDir
    Path directory;

    @Test
    void the_sandbox_answers_as_the_real_cluster_does() {
        try (var sandbox = Sandbox.start(SandboxSettings.forTests(directory));
                var client = new KubernetesClientBuilder()
                        .withConfig(sandbox.clientConfig())
                        .build()) {
            var differences = cases().parallel()
                    .map(question -> new Compared(
                            question.name(),
                            new Server(client).ask(question),
                            new Server(RealCluster.administrator()).ask(question)))
                    .filter(compared -> !compared.real().sameAs(compared.sandbox()))
                    .toList();
            differences.forEach(System.out::println);
            assertThat(differences).extracting(Compared::name).containsExactlyInAnyOrderElementsOf(KNOWN.keySet());
        }
    }

    private record Compared(String name, Said sandbox, Said real) {
        @Override
        public String toString() {
            return "sandbox and real cluster differ, %s:%n  sandbox: %s%n  real:    %s".formatted(name, sandbox, real);
        }
    }

    private static Stream<Case> cases() {
        return Stream.of(refusals(), applied(), later()).flatMap(List::stream);
    }

    private static List<Case> refusals() {
        return List.of(
                Case.of("what is not there", Request.get(MAPS + "/nowhere")),
                Case.of("a kind that is not served", Request.get("/apis/apps/v1beta1/namespaces/NS/deployments")),
                Case.of("a namespace that is not there", Request.create(MAPS.replace("NS", "NS-not"), map("a"))),
                Case.of("what is there already", Request.create(MAPS, map("a")), Request.create(MAPS, map("a"))),
                Case.of("a name that is none", Request.create(MAPS, map("Not_A_Name"))),
                Case.of("half a document", Request.create(MAPS, "{\"kind\":")),
                Case.of(
                        "a text for a number",
                        Request.apply(DEPLOYMENTS + "/web", deployment("app: web", "replicas: two"))),
                Case.of("a Deployment without a selector", Request.apply(DEPLOYMENTS + "/web", """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: web}
                        spec:
                          template:
                            metadata: {labels: {app: web}}
                            spec: {containers: [{name: web, image: "local/busybox:1"}]}
                        """)),
                Case.of(
                        "a selector that fits nothing",
                        Request.apply(DEPLOYMENTS + "/web", deployment("app: other", "replicas: 1"))),
                Case.of(
                        "a selector that is changed",
                        Request.merge(DEPLOYMENTS + "/web", """
                                {"spec":{"selector":{"matchLabels":{"app":"web","tier":"front"}},
                                 "template":{"metadata":{"labels":{"app":"web","tier":"front"}}}}}"""),
                        Request.apply(DEPLOYMENTS + "/web", deployment("app: web", "replicas: 0"))),
                Case.of(
                        "fewer instances than none",
                        Request.apply(DEPLOYMENTS + "/web", deployment("app: web", "replicas: -1"))),
                Case.of("an old version", Request.replace(MAPS + "/a", """
                                {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","resourceVersion":"1"}}"""), Request.create(MAPS, map("a"))),
                Case.of(
                        "another name than the address says",
                        Request.replace(MAPS + "/a", map("b")),
                        Request.create(MAPS, map("a"))),
                Case.of("a Service without ports", Request.create(SERVICES, """
                        {"apiVersion":"v1","kind":"Service","metadata":{"name":"web"},"spec":{"selector":{"app":"web"}}}""")),
                Case.of("a port of the node out of its range", Request.create(SERVICES, nodePort("web", 80))),
                Case.of(
                        "a Service's address that is changed",
                        Request.merge(SERVICES + "/web", "{\"spec\":{\"clusterIP\":\"10.255.255.254\"}}"),
                        Request.create(SERVICES, """
                                {"apiVersion":"v1","kind":"Service","metadata":{"name":"web"},"spec":{"ports":[{"port":80}]}}""")),
                Case.of("an Ingress for a host that is none", Request.create(INGRESSES, ingress("Not A Host"))),
                Case.refusedLater("a pod beyond the quota", Request.create(PODS, pod("500m")), quota("100m")),
                Case.refusedLater(
                        "a pod without the limits that a quota asks for",
                        Request.create(PODS, pod("")),
                        quota("100m")));
    }

    private static List<Case> applied() {
        return List.of(
                Case.of("a ConfigMap", Request.apply(MAPS + "/a", map("a"))),
                Case.of(
                        "the same once more",
                        Request.apply(MAPS + "/a", map("a")),
                        Request.apply(MAPS + "/a", map("a"))),
                Case.of("an Ingress", Request.create(INGRESSES, ingress("shop.example.com"))),
                Case.of("a Deployment", Request.apply(DEPLOYMENTS + "/web", deployment("app: web", "replicas: 0"))),
                Case.of(
                        "what somebody else manages",
                        Request.applyAs("somebody", MAPS + "/a", map("a").replace("one", "two")),
                        Request.apply(MAPS + "/a", map("a"))),
                Case.of("what goes", Request.delete(MAPS + "/a"), Request.create(MAPS, map("a"))),
                Case.of("what is gone", Request.delete(MAPS + "/a")));
    }

    private static List<Case> later() {
        return List.of(
                Case.later(
                        "instances that run",
                        Request.get(DEPLOYMENTS + "/web"),
                        "Available=True",
                        Request.apply(DEPLOYMENTS + "/web", deployment("app: web", "replicas: 1"))),
                Case.later(
                        "no room for instances",
                        Request.get(DEPLOYMENTS + "/web"),
                        "ReplicaFailure=True",
                        quota("100m"),
                        Request.apply(DEPLOYMENTS + "/web", deployment("app: web", "replicas: 1"))),
                Case.later(
                        "a pod that no node takes",
                        Request.get(PODS + "/web"),
                        "PodScheduled=False",
                        Request.create(PODS, """
                        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web"},"spec":{"nodeSelector":{"disk":"none"},
                         "containers":[{"name":"web","image":"local/busybox:1"}]}}""")));
    }

    private static String map(String name) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"%s\"},\"data\":{\"key\":\"one\"}}"
                .formatted(name);
    }

    private static Request quota(String cpu) {
        return Request.create(QUOTAS, """
                {"apiVersion":"v1","kind":"ResourceQuota","metadata":{"name":"space"},"spec":{"hard":{"limits.cpu":"%s"}}}""".formatted(cpu));
    }

    private static String pod(String cpu) {
        var resources = cpu.isEmpty() ? "" : ",\"resources\":{\"limits\":{\"cpu\":\"" + cpu + "\"}}";
        return """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web"},
                 "spec":{"containers":[{"name":"web","image":"local/busybox:1"%s}]}}""".formatted(resources);
    }

    private static String nodePort(String name, int port) {
        return """
                {"apiVersion":"v1","kind":"Service","metadata":{"name":"%s"},
                 "spec":{"type":"NodePort","ports":[{"port":80,"nodePort":%d}]}}""".formatted(name, port);
    }

    private static String ingress(String host) {
        return """
                {"apiVersion":"networking.k8s.io/v1","kind":"Ingress","metadata":{"name":"web"},"spec":{"rules":[{"host":"%s",
                 "http":{"paths":[{"path":"/","pathType":"Prefix","backend":{"service":{"name":"web","port":{"number":80}}}}]}}]}}""".formatted(host);
    }

    private static String deployment(String selector, String more) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  %s
                  selector: {matchLabels: {%s}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      terminationGracePeriodSeconds: 0
                      containers: [{name: web, image: "local/busybox:1", command: [sleep, "100000"]}]
                """.formatted(more, selector);
    }
}
