package io.cosmopilot.deploy.sandbox;

import java.net.URI;

import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who may. */
class AccessTest extends SandboxCluster {

    @Test
    void without_the_token_nobody_gets_in() {
        Config stranger = new ConfigBuilder(sandbox.clientConfig())
                .withOauthToken("guess")
                .build();

        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(stranger).build()) {
            assertThatExceptionOfType(KubernetesClientException.class)
                    .isThrownBy(() -> client.namespaces().list())
                    .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(401));
        }
    }

    @Test
    void it_listens_on_this_machine_alone() {
        assertThat(URI.create(sandbox.clientConfig().getMasterUrl()).getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void somebody_impersonated_may_act_where_a_binding_names_them() {
        bind("User", "lin");

        try (KubernetesClient lin = as("lin")) {
            lin.resource(web("blog", "nginx:1.27", 1).build())
                    .patch(serverSide("cosmopilot").build());
            assertThat(lin.apps().deployments().inNamespace(SPACE).list().getItems())
                    .hasSize(1);
        }
    }

    @Test
    void a_group_is_as_good_as_a_name() {
        bind("Group", "space:members");

        try (KubernetesClient lin = as("lin", "space:members")) {
            assertThat(lin.pods().inNamespace(SPACE).list().getItems()).isEmpty();
        }
    }

    @Test
    void elsewhere_it_is_forbidden() {
        bind("User", "lin");

        try (KubernetesClient eve = as("eve")) {
            assertThatExceptionOfType(KubernetesClientException.class)
                    .isThrownBy(() -> eve.pods().inNamespace(SPACE).list())
                    .satisfies(refusal ->
                            assertThat(refusal.getStatus().getReason()).isEqualTo("Forbidden"))
                    .withMessageContaining("pods is forbidden: User \"eve\" cannot list resource \"pods\" in API group "
                            + "\"\" in the namespace \"space\"");
        }
        try (KubernetesClient lin = as("lin")) {
            assertThatExceptionOfType(KubernetesClientException.class)
                    .isThrownBy(() -> lin.nodes().list())
                    .withMessageContaining("at the cluster scope");
        }
    }

    private void bind(String kind, String name) {
        apply(new RoleBindingBuilder()
                .withNewMetadata()
                .withName("members")
                .withNamespace(SPACE)
                .endMetadata()
                .withNewRoleRef()
                .withApiGroup("rbac.authorization.k8s.io")
                .withKind("ClusterRole")
                .withName("edit")
                .endRoleRef()
                .addNewSubject()
                .withApiGroup("rbac.authorization.k8s.io")
                .withKind(kind)
                .withName(name)
                .endSubject()
                .build());
    }

    private KubernetesClient as(String user, String... groups) {
        Config config = new ConfigBuilder(sandbox.clientConfig())
                .withImpersonateUsername(user)
                .withImpersonateGroups(groups)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
