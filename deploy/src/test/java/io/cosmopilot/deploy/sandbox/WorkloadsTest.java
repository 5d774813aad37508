package io.cosmopilot.deploy.sandbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The workloads that are no Deployments. */
class WorkloadsTest extends SandboxCluster {

    @Test
    void a_stateful_set_numbers_its_pods_and_keeps_their_volumes() {
        apply(stateful("db", 2));

        settled("db", 2);

        assertThat(client.pods().inNamespace(SPACE).list().getItems())
                .extracting(pod -> pod.getMetadata().getName())
                .containsExactly("db-0", "db-1");
        apply(stateful("db", 1));
        settled("db", 1);
        assertThat(client.persistentVolumeClaims().inNamespace(SPACE).list().getItems())
                .extracting(claim ->
                        claim.getMetadata().getName() + " " + claim.getStatus().getPhase())
                .containsExactly("data-db-0 Bound", "data-db-1 Bound");
    }

    @Test
    void a_daemon_set_is_on_every_node() {
        apply(new DaemonSetBuilder()
                .withNewMetadata()
                .withName("agent")
                .withNamespace(SPACE)
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(Map.of("app", "agent"))
                .endSelector()
                .withTemplate(template("agent"))
                .endSpec()
                .build());

        client.apps()
                .daemonSets()
                .inNamespace(SPACE)
                .withName("agent")
                .waitUntilCondition(
                        found -> found.getStatus() != null
                                && Integer.valueOf(3).equals(found.getStatus().getNumberReady()),
                        10,
                        TimeUnit.SECONDS);

        assertThat(client.pods().inNamespace(SPACE).list().getItems())
                .extracting(pod -> pod.getSpec().getNodeName())
                .containsExactlyInAnyOrder("sandbox-1", "sandbox-2", "sandbox-3");
    }

    @Test
    void a_job_ends_well() {
        Job done = run("true");

        assertThat(done.getStatus().getSucceeded()).isEqualTo(1);
        assertThat(done.getStatus().getConditions()).extracting("type").containsExactly("Complete");
    }

    @Test
    void a_job_gives_up() {
        Job done = run("exit 3");

        assertThat(done.getStatus().getFailed()).isEqualTo(2);
        assertThat(done.getStatus().getConditions()).extracting("reason").containsExactly("BackoffLimitExceeded");
    }

    private Job run(String command) {
        PodTemplateSpec template = template("once");
        template.getSpec().setRestartPolicy("Never");
        template.getSpec().getContainers().getFirst().setArgs(List.of(command));
        apply(new JobBuilder()
                .withNewMetadata()
                .withName("once")
                .withNamespace(SPACE)
                .endMetadata()
                .withNewSpec()
                .withBackoffLimit(1)
                .withTemplate(template)
                .endSpec()
                .build());
        return client.batch()
                .v1()
                .jobs()
                .inNamespace(SPACE)
                .withName("once")
                .waitUntilCondition(
                        found -> found.getStatus() != null
                                && !found.getStatus().getConditions().isEmpty(),
                        10,
                        TimeUnit.SECONDS);
    }

    private void settled(String name, int replicas) {
        client.apps()
                .statefulSets()
                .inNamespace(SPACE)
                .withName(name)
                .waitUntilCondition(
                        found -> found.getStatus() != null
                                && found.getMetadata()
                                        .getGeneration()
                                        .equals(found.getStatus().getObservedGeneration())
                                && Integer.valueOf(replicas)
                                        .equals(found.getStatus().getReadyReplicas()),
                        10,
                        TimeUnit.SECONDS);
    }

    private static StatefulSet stateful(String name, int replicas) {
        PodTemplateSpec template = template(name);
        return new StatefulSetBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(SPACE)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withServiceName(name)
                .withNewSelector()
                .withMatchLabels(Map.of("app", name))
                .endSelector()
                .withTemplate(template)
                .addNewVolumeClaimTemplate()
                .withNewMetadata()
                .withName("data")
                .endMetadata()
                .withSpec(claim("data", "standard").getSpec())
                .endVolumeClaimTemplate()
                .endSpec()
                .build();
    }

    private static PodTemplateSpec template(String name) {
        return web(name, "mysql:8", 1).build().getSpec().getTemplate();
    }
}
