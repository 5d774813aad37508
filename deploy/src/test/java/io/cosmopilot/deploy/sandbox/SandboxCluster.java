package io.cosmopilot.deploy.sandbox;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox for each test, with one namespace and the verbs that tests use. */
abstract class SandboxCluster {

    static final String SPACE = "space";

    @TempDir
    Path directory;

    Sandbox sandbox;
    KubernetesClient client;

    @BeforeEach
    void startWithOneSpace() {
        start();
        client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(SPACE)
                        .endMetadata()
                        .build())
                .create();
    }

    final void start() {
        sandbox = Sandbox.start(SandboxSettings.forTests(directory));
        client =
                new KubernetesClientBuilder().withConfig(sandbox.clientConfig()).build();
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    <T extends HasMetadata> T apply(T object) {
        return applyAs("cosmopilot", object);
    }

    <T extends HasMetadata> T applyAs(String manager, T object) {
        return client.resource(object).patch(serverSide(manager).build());
    }

    static PatchContext.Builder serverSide(String manager) {
        return new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(manager)
                .withForce(false);
    }

    Deployment deployment(String name) {
        return client.apps().deployments().inNamespace(SPACE).withName(name).get();
    }

    Deployment until(String name, Predicate<Deployment> state) {
        return client.apps()
                .deployments()
                .inNamespace(SPACE)
                .withName(name)
                .waitUntilCondition(found -> found != null && state.test(found), 10, TimeUnit.SECONDS);
    }

    Pod untilPod(String app, Predicate<Pod> state) {
        return client.pods()
                .inNamespace(SPACE)
                .withLabel("app", app)
                .informOnCondition(pods -> pods.stream().anyMatch(state))
                .thenApply(pods -> pods.stream().filter(state).findFirst().orElseThrow())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    /** A claim of one gibibyte. */
    static PersistentVolumeClaim claim(String name, String storageClass) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(SPACE)
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName(storageClass)
                .withNewResources()
                .withRequests(Map.of("storage", new Quantity("1Gi")))
                .endResources()
                .endSpec()
                .build();
    }

    /** A Deployment of one container. */
    static DeploymentBuilder web(String name, String image, int replicas) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(SPACE)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .withMatchLabels(Map.of("app", name))
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(Map.of("app", name))
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage(image)
                .addNewPort()
                .withContainerPort(80)
                .endPort()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec();
    }
}
