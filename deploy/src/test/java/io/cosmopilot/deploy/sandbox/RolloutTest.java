package io.cosmopilot.deploy.sandbox;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Deployments roll out by kubectl's rules. */
class RolloutTest extends SandboxCluster {

    @Test
    void a_deployment_becomes_available() {
        apply(web("blog", "nginx:1.27", 3).build());

        Deployment done = until("blog", Kubectl::hasRolledOut);

        assertThat(done.getStatus().getAvailableReplicas()).isEqualTo(3);
        assertThat(done.getStatus().getUnavailableReplicas()).isNull();
        assertThat(Kubectl.reason(done, "Available")).isEqualTo("MinimumReplicasAvailable");
        Deployment settled =
                until("blog", now -> Kubectl.reason(now, "Progressing").equals("NewReplicaSetAvailable"));
        assertThat(settled.getMetadata().getAnnotations()).containsEntry("deployment.kubernetes.io/revision", "1");
        assertThat(client.pods()
                        .inNamespace(SPACE)
                        .withLabel("app", "blog")
                        .list()
                        .getItems())
                .hasSize(3)
                .extracting(pod -> pod.getStatus().getPhase())
                .containsOnly("Running");
    }

    @Test
    void a_new_image_replaces_the_old_pods() {
        apply(web("blog", "nginx:1.27", 2).build());
        until("blog", Kubectl::hasRolledOut);

        apply(web("blog", "nginx:1.28", 2).build());
        until("blog", Kubectl::hasRolledOut);

        assertThat(client.pods().inNamespace(SPACE).list().getItems())
                .extracting(RolloutTest::image)
                .containsExactly("nginx:1.28", "nginx:1.28");
        assertThat(client.apps().replicaSets().inNamespace(SPACE).list().getItems())
                .extracting(ReplicaSet::getSpec)
                .extracting(spec -> spec.getReplicas())
                .containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void an_image_that_cannot_be_pulled_leaves_the_old_pods_serving() {
        apply(web("blog", "nginx:1.27", 2).build());
        until("blog", Kubectl::hasRolledOut);

        apply(web("blog", "nginx:missing", 2).build());
        untilPod(
                "blog",
                pod -> image(pod).endsWith("missing") && Pods.waitingFor(pod).equals("ImagePullBackOff"));

        assertThat(deployment("blog").getStatus().getAvailableReplicas()).isEqualTo(2);
        assertThat(Kubectl.hasRolledOut(deployment("blog"))).isFalse();
    }

    @Test
    void recreate_stops_before_it_starts() {
        apply(recreated("nginx:1.27"));
        until("blog", Kubectl::hasRolledOut);

        apply(recreated("nginx:1.28"));
        until("blog", Kubectl::hasRolledOut);

        assertThat(client.pods().inNamespace(SPACE).list().getItems())
                .extracting(RolloutTest::image)
                .containsExactly("nginx:1.28");
    }

    @Test
    void scaled_to_nothing_it_is_complete_and_empty() {
        apply(web("blog", "nginx:1.27", 2).build());
        until("blog", Kubectl::hasRolledOut);

        client.apps().deployments().inNamespace(SPACE).withName("blog").scale(0);
        // Rolled out is also what has still to stop.
        until("blog", now -> Kubectl.hasRolledOut(now) && now.getStatus().getReplicas() == null);

        assertThat(client.pods().inNamespace(SPACE).list().getItems()).isEmpty();
    }

    @Test
    void deleting_it_takes_all_that_belongs_to_it() {
        apply(web("blog", "nginx:1.27", 2).build());
        until("blog", Kubectl::hasRolledOut);

        client.apps().deployments().inNamespace(SPACE).withName("blog").delete();

        assertThat(client.apps().replicaSets().inNamespace(SPACE).list().getItems())
                .isEmpty();
        assertThat(client.pods().inNamespace(SPACE).list().getItems()).isEmpty();
    }

    private static Deployment recreated(String image) {
        return web("blog", image, 1)
                .editSpec()
                .withNewStrategy()
                .withType("Recreate")
                .endStrategy()
                .endSpec()
                .build();
    }

    private static String image(Pod pod) {
        return pod.getSpec().getContainers().getFirst().getImage();
    }
}
