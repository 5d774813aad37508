package io.cosmopilot.deploy.sandbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Pods fail for the reasons, and with the words, of a real cluster. */
class FailureTest extends SandboxCluster {

    @Test
    void an_image_that_does_not_exist_is_pulled_in_vain() {
        apply(web("blog", "registry.local/space/blog:missing", 1).build());

        Pod pod = untilPod("blog", found -> Pods.waitingFor(found).equals("ImagePullBackOff"));

        assertThat(Pods.waitingBecause(pod))
                .startsWith("Back-off pulling image \"registry.local/space/blog:missing\": ErrImagePull: ")
                .contains("manifest for registry.local/space/blog:missing not found");
        assertThat(pod.getStatus().getPhase()).isEqualTo("Pending");
        assertThat(eventsOf(pod)).anyMatch(event -> event.getMessage().startsWith("Failed to pull image"));
    }

    @Test
    void a_malformed_image_is_not_even_pulled() {
        apply(web("blog", "Not An Image", 1).build());

        Pod pod = untilPod("blog", found -> Pods.waitingFor(found).equals("InvalidImageName"));

        assertThat(Pods.waitingBecause(pod)).contains("invalid reference format");
    }

    @Test
    void a_command_that_exits_crashes_in_a_loop() {
        apply(web("blog", "nginx:1.27", 1)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withCommand("sh", "-c", "exit 127")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());

        Pod pod = untilPod("blog", found -> Pods.waitingFor(found).equals("CrashLoopBackOff"));

        ContainerStatus status = Pods.containers(pod).getFirst();
        assertThat(status.getLastState().getTerminated().getExitCode()).isEqualTo(127);
        assertThat(status.getRestartCount()).isEqualTo(1);
        assertThat(Pods.waitingBecause(pod)).startsWith("back-off 10s restarting failed container=web pod=blog-");
        assertThat(client.pods()
                        .inNamespace(SPACE)
                        .withName(pod.getMetadata().getName())
                        .getLog())
                .contains("image nginx:1.27, is simulated")
                .contains("exit code 127");
    }

    @Test
    void too_little_memory_kills_the_container() {
        apply(withLimits("blog", Map.of("memory", new Quantity("8Mi"))));

        Pod pod = untilPod("blog", found -> Pods.waitingFor(found).equals("CrashLoopBackOff"));

        assertThat(Pods.containers(pod).getFirst().getLastState().getTerminated())
                .extracting("reason", "exitCode")
                .containsExactly("OOMKilled", 137);
    }

    @Test
    void a_missing_config_map_stops_the_container_until_it_is_there() {
        apply(web("blog", "nginx:1.27", 1)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .addNewEnvFrom()
                .withNewConfigMapRef()
                .withName("settings")
                .endConfigMapRef()
                .endEnvFrom()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());

        Pod pod = untilPod("blog", found -> Pods.waitingFor(found).equals("CreateContainerConfigError"));
        assertThat(Pods.waitingBecause(pod)).isEqualTo("configmap \"settings\" not found");

        apply(new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings")
                .withNamespace(SPACE)
                .endMetadata()
                .withData(Map.of("A", "1"))
                .build());
        until("blog", Kubectl::hasRolledOut);
    }

    @Test
    void a_volume_of_a_missing_secret_is_not_mounted() {
        apply(web("blog", "nginx:1.27", 1)
                .editSpec()
                .editTemplate()
                .editSpec()
                .addNewVolume()
                .withName("keys")
                .withNewSecret()
                .withSecretName("keys")
                .endSecret()
                .endVolume()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());

        Event event = untilEvent("FailedMount");

        assertThat(event.getMessage())
                .isEqualTo("MountVolume.SetUp failed for volume \"keys\" : secret \"keys\" not found");
    }

    @Test
    void no_node_has_the_label() {
        apply(web("blog", "nginx:1.27", 1)
                .editSpec()
                .editTemplate()
                .editSpec()
                .withNodeSelector(Map.of("zone", "qianmi"))
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());

        Pod pod =
                untilPod("blog", found -> Pods.condition(found, "PodScheduled").isPresent());

        assertThat(Pods.condition(pod, "PodScheduled").orElseThrow())
                .extracting("status", "reason", "message")
                .containsExactly(
                        "False",
                        "Unschedulable",
                        "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.");
    }

    @Test
    void no_node_is_large_enough() {
        apply(withLimits("blog", Map.of("cpu", new Quantity("64"))));

        Pod pod =
                untilPod("blog", found -> Pods.condition(found, "PodScheduled").isPresent());

        assertThat(Pods.condition(pod, "PodScheduled").orElseThrow().getMessage())
                .isEqualTo("0/3 nodes are available: 3 Insufficient cpu.");
    }

    @Test
    void a_claim_of_an_unknown_class_keeps_its_pod_waiting() {
        apply(claim("data", "platinum"));
        apply(web("blog", "nginx:1.27", 1)
                .editSpec()
                .editTemplate()
                .editSpec()
                .addNewVolume()
                .withName("data")
                .withNewPersistentVolumeClaim("data", false)
                .endVolume()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());

        Pod pod =
                untilPod("blog", found -> Pods.condition(found, "PodScheduled").isPresent());

        assertThat(Pods.condition(pod, "PodScheduled").orElseThrow().getMessage())
                .isEqualTo("0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims.");
        assertThat(untilEvent("ProvisioningFailed").getMessage())
                .isEqualTo("storageclass.storage.k8s.io \"platinum\" not found");
    }

    @Test
    void a_probe_at_a_port_that_is_not_there_never_succeeds() {
        apply(web("blog", "nginx:1.27", 1)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withNewReadinessProbe()
                .withNewHttpGet()
                .withPath("/health")
                .withNewPort(8080)
                .endHttpGet()
                .endReadinessProbe()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());

        assertThat(untilEvent("Unhealthy").getMessage()).contains("/health", "8080", "connection refused");
        assertThat(Kubectl.hasRolledOut(deployment("blog"))).isFalse();
    }

    private Event untilEvent(String reason) {
        return client.v1()
                .events()
                .inNamespace(SPACE)
                .informOnCondition(events ->
                        events.stream().anyMatch(event -> event.getReason().equals(reason)))
                .thenApply(events -> events.stream()
                        .filter(event -> event.getReason().equals(reason))
                        .findFirst()
                        .orElseThrow())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private List<Event> eventsOf(Pod pod) {
        return client.v1()
                .events()
                .inNamespace(SPACE)
                .withField("involvedObject.name", pod.getMetadata().getName())
                .list()
                .getItems();
    }

    private static Deployment withLimits(String name, Map<String, Quantity> limits) {
        return web(name, "nginx:1.27", 1)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withNewResources()
                .withLimits(limits)
                .endResources()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
