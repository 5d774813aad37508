package io.cosmopilot.deploy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.cosmopilot.deploy.cluster.Cluster;
import io.cosmopilot.deploy.cluster.Reference;
import io.cosmopilot.deploy.cluster.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** The deployment part of the journey, on a real cluster. */
@OnRealCluster
class JourneyIT {

    @Autowired
    Applications applications;

    @Autowired
    Reports reports;

    @Autowired
    Cluster cluster;

    @Test
    void a_shop_is_planned_applied_and_becomes_healthy_component_by_component(Tenant ada) {
        var planned = ada.plan("blog", Map.of());

        assertThat(planned.plan().objects())
                .extracting(ReleaseReport.Change::kind)
                .containsExactly("Secret", "Service", "Service", "Deployment", "Deployment");
        assertThat(planned.plan().objects()).allMatch(change -> change.action() == ReleaseReport.Action.CREATED);
        assertThat(planned.plan().notes()).extracting(Problem::code).containsExactly("templates.rewritten");
        assertThat(planned.plan().quota()).contains(new ReleaseReport.QuotaLine("requests.cpu", "20m", "0", "2"));
        assertThat(applications.taken(ada.space(), "blog")).isFalse();

        ada.apply(planned.release());

        assertThat(ada.outcome(planned.release())).isInstanceOf(ReleaseReport.Healthy.class);
        var blog = ada.status("blog");
        assertThat(blog.health()).isEqualTo(Health.HEALTHY);
        assertThat(blog.components())
                .containsExactly(
                        new Component("Deployment", "blog", Health.HEALTHY, 1, 1, ShopCatalogue.IMAGE),
                        new Component("Deployment", "blog-db", Health.HEALTHY, 1, 1, ShopCatalogue.IMAGE));
        assertThat(blog.addresses()).contains("blog." + ada.space() + ":80");
        assertThat(applications.of("eve")).isEmpty();
    }

    @Test
    void a_failing_release_is_repaired_by_the_next_one_which_changes_only_what_differs(Tenant ada) {
        try (var registry = LoopbackRegistry.start()) {
            var image = registry.address() + "/shop/typo:9";
            assertThat(ada.fails("typo", Map.of("WEB_IMAGE", image)))
                    .extracting(Problem::code)
                    .containsExactly("deploy.evidence.image-not-found");
        }
        assertThat(ada.status("typo").health()).isEqualTo(Health.FAILED);

        var repaired = ada.plan("typo", Map.of("WEB_IMAGE", ShopCatalogue.IMAGE));
        assertThat(repaired.plan().objects())
                .filteredOn(change -> change.action() == ReleaseReport.Action.CHANGED)
                .singleElement()
                .satisfies(change ->
                        assertThat(change.fields()).containsExactly("spec.template.spec.containers[0].image"));
        ada.apply(repaired.release());
        assertThat(ada.outcome(repaired.release())).isInstanceOf(ReleaseReport.Healthy.class);
    }

    @Test
    void hosts_that_are_not_there_are_told_with_those_that_are_before_anything_is_made(Tenant ada) {
        var release = ada.orderPlain(
                "far",
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: far}, spec: {selector: {matchLabels: {app: far}},"
                        + " template: {metadata: {labels: {app: far}}, spec: {nodeSelector: {zone: qianmi,"
                        + " kubernetes.io/arch: mips}, containers: [{name: main, image: 'local/busybox:1'}]}}}}");

        var planned = reports.next(
                ReleaseReport.Planned.class,
                Tenant.SOON,
                report -> report.release().equals(release));
        assertThat(planned.plan().notes())
                .extracting(Problem::code, Problem::arguments)
                .contains(
                        tuple("deploy.plan.no-host-label", List.of("far", "zone=qianmi", "")),
                        tuple(
                                "deploy.plan.no-host",
                                List.of("far", "kubernetes.io/arch=mips", "kubernetes.io/arch=amd64 (1)")));
    }

    @Test
    void more_than_the_quota_is_refused_with_the_numbers_before_anything_is_made(Tenant ada) {
        var release = ada.order("greedy", Map.of("WEB_CPU", "900", "WEB_LIMIT", "900"));

        var refused = (ReleaseReport.Refused) ada.outcome(release);

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("deploy.evidence.quota-exceeded");
            assertThat(problem.offers()).contains(Problem.Offer.ASK_FOR_QUOTA);
        });
        assertThat(ada.client()
                        .services()
                        .inNamespace(ada.space())
                        .withName("greedy")
                        .get())
                .isNull();
    }

    @Test
    void one_release_of_an_application_at_a_time_and_a_cancelled_one_makes_room(Tenant ada) {
        var slow = Map.of("WEB_COMMAND", "exec sleep 1000");
        var first = ada.plan("once", slow).release();
        var second = ada.plan("once", Map.of()).release();
        ada.apply(first);
        ada.apply(second);

        assertThat(((ReleaseReport.Refused) ada.outcome(second)).problems())
                .extracting(Problem::code)
                .containsAnyOf("deploy.release.another", "deploy.release.name-taken");

        var third = ada.plan("once", slow).release();
        ada.apply(third);
        assertThat(ada.outcome(third)).isInstanceOf(ReleaseReport.Refused.class);

        assertThat(ada.cancel(first)).isTrue();
        assertThat(ada.cancel(first)).isFalse();
        ada.succeeds("once", Map.of("WEB_COMMAND", "touch /tmp/ready; exec sleep 1000"));
        assertThat(reports.all(ReleaseReport.class, report -> report.release().equals(first)))
                .noneMatch(report -> report instanceof ReleaseReport.Healthy || report instanceof ReleaseReport.Failed);
    }

    @Test
    void another_persons_space_is_refused_and_the_cluster_itself_refuses_too(Tenant ada, Tenant eve) {
        var release = UUID.randomUUID().toString();
        ada.transaction()
                .executeWithoutResult(turn ->
                        ada.releases().plan(release, new Order("spy", ada.space(), "shop", Map.of()), eve.person()));

        assertThat(((ReleaseReport.Refused) ada.outcome(release)).problems())
                .extracting(Problem::code)
                .containsExactly("deploy.plan.no-space");
        var hand = cluster.as(eve.person().person(), eve.space());
        var foreign = new Reference("v1", "Secret", ada.space(), "blog-db");
        assertThatThrownBy(() -> hand.find(foreign))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(403));
    }

    @Test
    void whatever_another_manager_has_taken_over_is_named_with_it_and_left_alone(Tenant ada) {
        ada.succeeds("shared", Map.of());
        var deployment =
                ada.client().apps().deployments().inNamespace(ada.space()).withName("shared");
        deployment.patch(
                new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager("kubectl")
                        .withForce(true)
                        .build(),
                new DeploymentBuilder()
                        .withNewMetadata()
                        .withName("shared")
                        .withNamespace(ada.space())
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(0)
                        .endSpec()
                        .build());

        var release = ada.order("shared", Map.of());

        assertThat(((ReleaseReport.Refused) ada.outcome(release)).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("deploy.refusal.conflict");
                    assertThat(problem.arguments())
                            .containsExactly("Deployment", "shared", ".spec.replicas", "kubectl");
                });
        assertThat(deployment.get().getSpec().getReplicas()).isZero();
    }

    @Test
    void what_a_new_release_no_longer_has_is_removed_if_it_is_proved_to_be_its_own(Tenant ada) {
        ada.succeeds("slim", Map.of());
        var service = ada.client().services().inNamespace(ada.space()).withName("slim-db");
        assertThat(service.get()).isNotNull();

        var second = ada.plan("slim", Map.of("WITHOUT_DB_SERVICE", "true"));
        assertThat(second.plan().objects())
                .contains(new ReleaseReport.Change("Service", "slim-db", ReleaseReport.Action.REMOVED, List.of()));
        ada.apply(second.release());

        assertThat(ada.outcome(second.release())).isInstanceOf(ReleaseReport.Healthy.class);
        assertThat(service.get()).isNull();
    }
}
