package io.cosmopilot.templates;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.cosmopilot.templates.RenderingAssert.assertThat;

/** What a tenant may not do. */
class PolicyTest {

    private static RenderingAssert pod(String ofPod, String ofContainer) {
        var yaml = """
                apiVersion: v1
                kind: Pod
                metadata: {name: x}
                spec: {%s containers: [{name: a, image: 'nginx:1', %s}]}
                """.formatted(ofPod.isEmpty() ? "" : ofPod + ",", ofContainer);
        return assertThat(Templates.standard().read("test", yaml).render(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostNetwork: true                                   | policy.host-namespace | hostNetwork
            hostPID: yes                                        | policy.host-namespace | hostPID
            hostIPC: true                                       | policy.host-namespace | hostIPC
            volumes: [{name: d, hostPath: {path: /data}}]       | policy.host-path      | /data
            volumes: [{name: d, nfs: {server: a, path: /x}}]    | policy.volume         | nfs
            securityContext: {sysctls: [{name: a, value: b}]}   | policy.field          | sysctls
            priorityClassName: system-node-critical             | policy.priority       | system-node-critical
            """)
    void podsKeepAwayFromMachines(String ofPod, String code, String argument) {
        pod(ofPod, "").complains(code, argument);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            securityContext: {privileged: true}                              | policy.privileged   | a
            securityContext: {capabilities: {add: [SYS_ADMIN]}}              | policy.capabilities | a
            securityContext: {procMount: Unmasked}                           | policy.field        | procMount
            securityContext: {seccompProfile: {type: Unconfined}}            | policy.field        | seccompProfile: Unconfined
            'ports: [{containerPort: 80, hostPort: 80}]'                     | policy.host-port    | 80
            """)
    void containersKeepAwayFromMachines(String ofContainer, String code, String argument) {
        pod("", ofContainer).complains(code, argument);
    }

    @Test
    void ofTheMachinesOnlyWhatWasApprovedIsMounted() {
        HostPathPolicy approved = "/data"::equals;

        onHost("/data", approved).isRendered();
        onHost("/data/shop", approved).complainsOnly("policy.host-path@4:28");
        onHost("/", approved).complainsOnly("policy.host-path@4:28");
        onHost("/data", HostPathPolicy.NONE).complainsOnly("policy.host-path@4:28");
    }

    /** The policy sees what a variable gives, not its name. */
    @Test
    void whatAVariableFillsInIsJudgedAsWell() {
        var template = Templates.standard().read("test", onHost("{{ DATA_PATH }}"));

        assertThat(template.render(Map.of("DATA_PATH", "/data"), "/data"::equals))
                .isRendered();
        assertThat(template.render(Map.of("DATA_PATH", "/etc"), "/data"::equals))
                .complains("policy.host-path", "/etc");
    }

    private static RenderingAssert onHost(String path, HostPathPolicy policy) {
        return assertThat(Templates.standard().read("test", onHost(path)).render(Map.of(), policy));
    }

    private static String onHost(String path) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: x}
                spec: {volumes: [{name: d, hostPath: {path: '%s'}}], containers: [{name: a, image: 'nginx:1'}]}
                """.formatted(path);
    }

    @Test
    void initialisingContainersAreNoWayAround() {
        pod("initContainers: [{name: b, image: 'nginx:1', securityContext: {privileged: true}}]", "")
                .complains("policy.privileged", "b");
    }

    @Test
    void ordinaryPodsPass() {
        pod("securityContext: {runAsNonRoot: true}", "securityContext: {capabilities: {drop: [ALL]}}")
                .isRendered();
    }

    @Test
    void servicesDoNotTakeForeignAddresses() {
        var yaml = """
                apiVersion: v1
                kind: Service
                metadata: {name: x}
                spec: {ports: [{port: 80}], externalIPs: [10.0.0.1]}
                """;
        assertThat(Templates.standard().read("test", yaml).render(Map.of())).complains("policy.field", "externalIPs");
    }

    @Test
    void ingressesDoNotWriteTheConfigurationOfTheirController() {
        var yaml = """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: x
                  annotations: {nginx.ingress.kubernetes.io/server-snippet: "return 200;"}
                spec: {defaultBackend: {service: {name: a, port: {number: 80}}}}
                """;
        assertThat(Templates.standard().read("test", yaml).render(Map.of())).complainsOnly("policy.field@5:17");
    }
}
