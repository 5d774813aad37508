package io.cosmopilot.deploy.sandbox;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A namespace uses no more than it may, and says how much it uses. */
class QuotaTest extends SandboxCluster {

    @Test
    void a_deployment_beyond_the_quota_says_so_in_its_conditions() {
        quota(Map.of("requests.cpu", "1", "pods", "10"));
        apply(demanding("blog", 3, "400m"));

        until("blog", now -> Kubectl.reason(now, "ReplicaFailure").equals("FailedCreate"));

        String message = Kubectl.condition(deployment("blog"), "ReplicaFailure")
                .orElseThrow()
                .getMessage();
        assertThat(message)
                .matches("pods \"blog-[a-z0-9]+-[a-z0-9]{5}\" is forbidden: exceeded quota: space, requested: "
                        + "requests.cpu=400m, used: requests.cpu=800m, limited: requests.cpu=1");
        assertThat(deployment("blog").getStatus().getAvailableReplicas()).isIn(null, 1, 2);
    }

    @Test
    void a_larger_quota_lets_it_go_on() {
        quota(Map.of("requests.cpu", "1"));
        apply(demanding("blog", 3, "400m"));
        until("blog", now -> Kubectl.reason(now, "ReplicaFailure").equals("FailedCreate"));

        quota(Map.of("requests.cpu", "2"));

        until(
                "blog",
                now -> Kubectl.hasRolledOut(now)
                        && Kubectl.condition(now, "ReplicaFailure").isEmpty());
    }

    @Test
    void the_status_counts_what_is_used() {
        quota(Map.of("requests.cpu", "2", "requests.memory", "1Gi", "pods", "10", "requests.storage", "5Gi"));
        apply(demanding("blog", 2, "250m"));
        apply(claim("data", "standard"));
        until("blog", Kubectl::hasRolledOut);

        Map<String, Quantity> used = client.resourceQuotas()
                .inNamespace(SPACE)
                .withName(SPACE)
                .waitUntilCondition(
                        quota -> quota.getStatus() != null
                                && new Quantity("500m")
                                        .equals(quota.getStatus().getUsed().get("requests.cpu"))
                                && new Quantity("1Gi")
                                        .equals(quota.getStatus().getUsed().get("requests.storage")),
                        10,
                        TimeUnit.SECONDS)
                .getStatus()
                .getUsed();

        assertThat(used)
                .containsEntry("pods", new Quantity("2"))
                .containsEntry("requests.memory", new Quantity("256Mi"));
    }

    @Test
    void a_quota_on_limits_wants_limits() {
        quota(Map.of("limits.cpu", "4"));
        apply(web("blog", "nginx:1.27", 1).build());

        until(
                "blog",
                now -> Kubectl.condition(now, "ReplicaFailure")
                        .filter(failure ->
                                failure.getMessage().contains("failed quota: space: must specify limits.cpu for: web"))
                        .isPresent());
    }

    @Test
    void a_limit_range_fills_what_is_left_out() {
        quota(Map.of("limits.cpu", "4"));
        apply(new LimitRangeBuilder()
                .withNewMetadata()
                .withName(SPACE)
                .withNamespace(SPACE)
                .endMetadata()
                .withNewSpec()
                .addNewLimit()
                .withType("Container")
                .withDefault(Map.of("cpu", new Quantity("500m")))
                .withDefaultRequest(Map.of("cpu", new Quantity("100m")))
                .endLimit()
                .endSpec()
                .build());
        apply(web("blog", "nginx:1.27", 1).build());

        until("blog", Kubectl::hasRolledOut);

        assertThat(client.pods().inNamespace(SPACE).list().getItems())
                .singleElement()
                .satisfies(pod -> {
                    var resources = pod.getSpec().getContainers().getFirst().getResources();
                    assertThat(resources.getLimits()).containsEntry("cpu", new Quantity("500m"));
                    assertThat(resources.getRequests()).containsEntry("cpu", new Quantity("100m"));
                });
    }

    @Test
    void a_claim_beyond_the_quota_is_refused_at_once() {
        quota(Map.of("requests.storage", "512Mi"));

        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() -> apply(claim("data", "standard")))
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(403))
                .withMessageContaining(
                        "persistentvolumeclaims \"data\" is forbidden: exceeded quota: space, requested: "
                                + "requests.storage=1Gi, used: requests.storage=0, limited: requests.storage=512Mi");
    }

    private void quota(Map<String, String> hard) {
        ResourceQuotaBuilder quota = new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName(SPACE)
                .withNamespace(SPACE)
                .endMetadata()
                .withNewSpec()
                .endSpec();
        hard.forEach((resource, amount) ->
                quota.editSpec().addToHard(resource, new Quantity(amount)).endSpec());
        apply(quota.build());
    }

    private static Deployment demanding(String name, int replicas, String cpu) {
        return web(name, "nginx:1.27", replicas)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity(cpu), "memory", new Quantity("128Mi")))
                .endResources()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
