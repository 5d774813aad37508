package io.cosmopilot.deploy.sandbox;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Server-side apply as the deployment core uses it. */
class ApplyTest extends SandboxCluster {

    @Test
    void creates_what_is_not_there_and_names_the_manager() {
        Deployment made = apply(web("blog", "nginx:1.27", 2).build());

        assertThat(made.getMetadata().getUid()).isNotEmpty();
        assertThat(made.getMetadata().getGeneration()).isEqualTo(1);
        assertThat(made.getMetadata().getManagedFields())
                .extracting(entry -> entry.getManager() + " " + entry.getOperation())
                .containsExactly("cosmopilot Apply");
        assertThat(made.getSpec().getStrategy().getType()).isEqualTo("RollingUpdate");
    }

    @Test
    void applying_the_same_again_changes_nothing() {
        apply(web("blog", "nginx:1.27", 2).build());
        Deployment settled = until("blog", Kubectl::hasRolledOut);

        Deployment again = apply(web("blog", "nginx:1.27", 2).build());

        assertThat(again.getMetadata().getResourceVersion())
                .isEqualTo(settled.getMetadata().getResourceVersion());
        assertThat(again.getMetadata().getGeneration()).isEqualTo(1);
    }

    @Test
    void what_the_same_manager_leaves_out_is_removed() {
        apply(config(Map.of("a", "1", "b", "2")));

        ConfigMap now = apply(config(Map.of("a", "1")));

        assertThat(now.getData()).containsExactly(Map.entry("a", "1"));
    }

    @Test
    void lists_are_merged_by_their_keys() {
        apply(withEnv(env("A", "1"), env("B", "2")));
        applyAs("injector", withEnv(env("C", "3")));

        Deployment now = apply(withEnv(env("A", "one")));

        assertThat(onlyContainer(now).getEnv())
                .extracting(variable -> variable.getName() + "=" + variable.getValue())
                .containsExactlyInAnyOrder("A=one", "C=3");
        assertThat(onlyContainer(now).getImage()).isEqualTo("nginx:1.27");
    }

    @Test
    void a_volume_that_changes_its_kind_leaves_no_rest_of_the_old_one() {
        apply(web("blog", "nginx:1.27", 1)
                .editSpec()
                .editTemplate()
                .editSpec()
                .addNewVolume()
                .withName("data")
                .withNewConfigMap()
                .withName("c")
                .endConfigMap()
                .endVolume()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());

        Deployment now = apply(web("blog", "nginx:1.27", 1)
                .editSpec()
                .editTemplate()
                .editSpec()
                .addNewVolume()
                .withName("data")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());

        assertThat(now.getSpec().getTemplate().getSpec().getVolumes())
                .singleElement()
                .satisfies(volume -> {
                    assertThat(volume.getConfigMap()).isNull();
                    assertThat(volume.getEmptyDir()).isNotNull();
                });
    }

    @Test
    void another_managers_field_is_not_taken_without_force() {
        apply(web("blog", "nginx:1.27", 2).build());
        applyAs("someone", web("blog", "nginx:1.27", 2).build());

        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(
                        () -> applyAs("someone", web("blog", "nginx:1.28", 2).build()))
                .satisfies(refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(409);
                    assertThat(refusal.getStatus().getReason()).isEqualTo("Conflict");
                    assertThat(refusal.getStatus().getMessage())
                            .isEqualTo("Apply failed with 1 conflict: conflict with \"cosmopilot\" using apps/v1: "
                                    + ".spec.template.spec.containers[name=\"web\"].image");
                    assertThat(refusal.getStatus().getDetails().getCauses())
                            .extracting("reason")
                            .containsExactly("FieldManagerConflict");
                });
        assertThat(onlyContainer(deployment("blog")).getImage()).isEqualTo("nginx:1.27");
    }

    @Test
    void force_takes_the_field() {
        apply(web("blog", "nginx:1.27", 2).build());

        client.resource(web("blog", "nginx:1.28", 2).build())
                .patch(serverSide("someone").withForce(true).build());
        Deployment left = apply(web("blog", "nginx:1.28", 2).build());

        assertThat(onlyContainer(left).getImage()).isEqualTo("nginx:1.28");
    }

    @Test
    void who_scales_by_hand_is_named_in_the_conflict() {
        apply(web("blog", "nginx:1.27", 1).build());
        client.apps().deployments().inNamespace(SPACE).withName("blog").scale(3);

        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() -> apply(web("blog", "nginx:1.27", 2).build()))
                .withMessageContaining("using apps/v1: .spec.replicas");
    }

    @Test
    void a_dry_run_answers_and_writes_nothing() {
        Deployment planned = client.resource(web("blog", "nginx:1.27", 2).build())
                .patch(serverSide("cosmopilot").withDryRun(List.of("All")).build());

        assertThat(planned.getSpec().getProgressDeadlineSeconds()).isEqualTo(600);
        assertThat(client.apps().deployments().inNamespace(SPACE).list().getItems())
                .isEmpty();
    }

    @Test
    void nothing_is_applied_in_a_namespace_that_is_not_there() {
        Deployment homeless = web("blog", "nginx:1.27", 1)
                .editMetadata()
                .withNamespace("nowhere")
                .endMetadata()
                .build();

        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() -> apply(homeless))
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(404))
                .withMessageContaining("namespaces \"nowhere\" not found");
    }

    private static ConfigMap config(Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings")
                .withNamespace(SPACE)
                .endMetadata()
                .withData(data)
                .build();
    }

    private static Deployment withEnv(EnvVar... variables) {
        return web("blog", "nginx:1.27", 1)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withEnv(variables)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static EnvVar env(String name, String value) {
        return new EnvVarBuilder().withName(name).withValue(value).build();
    }

    private static Container onlyContainer(Deployment deployment) {
        assertThat(deployment.getSpec().getTemplate().getSpec().getContainers()).hasSize(1);
        return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
    }
}
