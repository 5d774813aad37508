package io.cosmopilot.deploy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.cosmopilot.deploy.cluster.Cluster;
import io.cosmopilot.deploy.cluster.Reference;
import io.cosmopilot.deploy.cluster.Refusal;
import io.cosmopilot.templates.Manifest;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What is a person's own and what is not, on the real cluster: it is the cluster that says so. */
@OnRealCluster
class TenancyIT {

    private static final List<String> MADE = List.of(
            "ResourceQuota cosmopilot",
            "LimitRange cosmopilot",
            "NetworkPolicy cosmopilot-tenant",
            "Secret cosmopilot-pull",
            "Role cosmopilot-member",
            "RoleBinding cosmopilot-member");

    private static final Map<String, String> GROUPS = Map.of(
            "NetworkPolicy", "networking.k8s.io/v1",
            "Role", "rbac.authorization.k8s.io/v1",
            "RoleBinding", "rbac.authorization.k8s.io/v1");

    private static final Manifest MAP = new Manifest(Map.of(
            "apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "notes"), "data", Map.of("a", "b")));

    @Autowired
    Cluster cluster;

    @Autowired
    KubernetesClient bot;

    @Test
    void what_somebody_removes_from_a_space_or_changes_in_it_comes_back(Tenant ada) {
        var before = contents(ada, MADE);
        MADE.forEach(object -> find(ada, object).delete());
        ada.client()
                .serviceAccounts()
                .inNamespace(ada.space())
                .withName("default")
                .edit(account -> {
                    account.setAutomountServiceAccountToken(true);
                    account.setImagePullSecrets(List.of());
                    return account;
                });

        ada.transaction().executeWithoutResult(turn -> ada.spaces().repair(ada.space()));

        await().atMost(Tenant.SOON)
                .untilAsserted(() -> assertThat(contents(ada, MADE)).isEqualTo(before));
        await().atMost(Tenant.SOON).untilAsserted(() -> {
            var account = ada.client()
                    .serviceAccounts()
                    .inNamespace(ada.space())
                    .withName("default")
                    .get();
            assertThat(account.getAutomountServiceAccountToken()).isFalse();
            assertThat(account.getImagePullSecrets()).hasSize(1);
        });
    }

    @Test
    void what_somebody_adds_to_their_quota_is_taken_from_it_again(Tenant ada) {
        var quota = ada.client().resourceQuotas().inNamespace(ada.space()).withName("cosmopilot");
        var granted = quota.get().getSpec();
        quota.edit(found -> {
            found.getSpec().getHard().replaceAll((resource, amount) -> new Quantity("900"));
            return found;
        });

        ada.transaction().executeWithoutResult(turn -> ada.spaces().repair(ada.space()));

        await().atMost(Tenant.SOON)
                .untilAsserted(() -> assertThat(quota.get().getSpec()).isEqualTo(granted));
    }

    @Test
    void without_any_check_of_ours_the_cluster_refuses_what_is_not_a_persons_own(Tenant ada, Tenant eve) {
        var hers = cluster.as(eve.person().person(), eve.space());

        assertThat(hers.apply(MAP, eve.space()).name()).isEqualTo("notes");
        assertForbidden(() -> hers.apply(MAP, ada.space()));
        assertForbidden(() -> hers.dryRun(MAP, ada.space()));
        assertForbidden(() -> hers.find(new Reference("v1", "Secret", ada.space(), "cosmopilot-pull")));
        assertForbidden(() -> hers.remove(new Reference("v1", "Service", ada.space(), "blog")));
        assertForbidden(() -> hers.remove(reference(eve, "ResourceQuota cosmopilot")));
        assertForbidden(() -> hers.remove(reference(eve, "LimitRange cosmopilot")));
        assertForbidden(() -> hers.remove(reference(eve, "NetworkPolicy cosmopilot-tenant")));
        assertForbidden(() -> hers.remove(reference(eve, "RoleBinding cosmopilot-member")));
        assertForbidden(() -> hers.remove(new Reference("v1", "Namespace", eve.space(), eve.space())));
    }

    /** That it may do enough is proved by all other tests: they run with these rights. */
    @Test
    void the_bot_itself_may_not_do_what_it_does_for_people(Tenant ada) {
        for (var may : List.of("create deployments.apps", "delete namespaces", "get configmaps", "list secrets")) {
            assertThat(may(ada, may)).as(may).isFalse();
        }
        assertThat(may(ada, "list pods")).isTrue();
        assertForbidden(() -> cluster.asItself().apply(MAP, ada.space()));
        assertForbidden(() -> cluster.asItself().remove(reference(ada, "ResourceQuota cosmopilot")));
        assertForbidden(() -> cluster.asItself().find(new Reference("v1", "Secret", ada.space(), "other")));
    }

    private boolean may(Tenant ada, String deed) {
        var words = deed.split("[ .]", -1);
        var review = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withNamespace(ada.space())
                .withVerb(words[0])
                .withResource(words[1])
                .withGroup(words.length > 2 ? words[2] : "")
                .endResourceAttributes()
                .endSpec()
                .build();
        return bot.authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(review)
                .getStatus()
                .getAllowed();
    }

    private static void assertForbidden(ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(403));
    }

    private static Reference reference(Tenant tenant, String object) {
        var words = object.split(" ", -1);
        return new Reference(GROUPS.getOrDefault(words[0], "v1"), words[0], tenant.space(), words[1]);
    }

    /** What each object says besides its metadata and status. */
    private static Map<String, Map<String, Object>> contents(Tenant tenant, List<String> objects) {
        return objects.stream().collect(toMap(Function.identity(), object -> {
            var live = find(tenant, object).get();
            var content = new HashMap<String, Object>(live == null ? Map.of() : live.getAdditionalProperties());
            content.remove("status");
            return content;
        }));
    }

    private static Resource<GenericKubernetesResource> find(Tenant tenant, String object) {
        var at = reference(tenant, object);
        return tenant.client()
                .genericKubernetesResources(at.apiVersion(), at.kind())
                .inNamespace(at.namespace())
                .withName(at.name());
    }
}
