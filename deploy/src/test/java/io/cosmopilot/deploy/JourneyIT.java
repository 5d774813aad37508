package io.cosmopilot.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import io.cosmopilot.deploy.cluster.Cluster;
import io.cosmopilot.deploy.cluster.Reference;
import io.cosmopilot.deploy.cluster.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The deployment part of the journey, on a real cluster. */
@ExtendWith(RealCluster.class)
@SpringBootTest(classes = DeployApplication.class, properties = "cosmopilot.cluster=kubernetes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final String space = "it-" + UUID.randomUUID().toString().substring(0, 8);
    private final Requester ada = new Requester("ada", "conversation-1");

    @Autowired
    Spaces spaces;

    @Autowired
    Releases releases;

    @Autowired
    Applications applications;

    @Autowired
    Reports reports;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    KubernetesClient client;

    @Autowired
    Cluster cluster;

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry properties) {
        properties.add(
                "cosmopilot.kubernetes.kubeconfig",
                () -> RealCluster.kubeconfig().orElseThrow());
    }

    @BeforeAll
    void provisionASpace() {
        transaction.executeWithoutResult(turn -> spaces.provision(space, new Quota(5, 2, 2), ada));
        reports.next(
                SpaceReport.Provisioned.class,
                SOON,
                report -> report.space().name().equals(space));
    }

    @AfterAll
    void cleanUp() {
        client.namespaces().withName(space).delete();
    }

    @Test
    void a_shop_is_planned_applied_and_becomes_healthy_component_by_component() {
        var planned = plan("blog", Map.of());

        assertThat(planned.plan().objects())
                .extracting(ReleaseReport.Change::kind)
                .containsExactly("Secret", "Service", "Service", "Deployment", "Deployment");
        assertThat(planned.plan().objects()).allMatch(change -> change.action() == ReleaseReport.Action.CREATED);
        assertThat(planned.plan().notes()).extracting(Problem::code).containsExactly("templates.rewritten");
        assertThat(planned.plan().quota()).contains(new ReleaseReport.QuotaLine("requests.cpu", "20m", "0", "2"));
        assertThat(applications.taken(space, "blog")).isFalse();

        apply(planned);
        var healthy = reports.outcome(planned.release(), A_MINUTE);

        assertThat(healthy).isInstanceOf(ReleaseReport.Healthy.class);
        var blog = applications.find("ada", "blog").orElseThrow();
        assertThat(blog.health()).isEqualTo(Health.HEALTHY);
        assertThat(blog.components())
                .containsExactly(
                        new Component("Deployment", "blog", Health.HEALTHY, 1, 1, ShopCatalogue.IMAGE),
                        new Component("Deployment", "blog-db", Health.HEALTHY, 1, 1, ShopCatalogue.IMAGE));
        assertThat(blog.addresses()).contains("blog." + space + ":80");
        assertThat(applications.of("eve")).isEmpty();
    }

    @Test
    void a_failing_image_is_explained_and_the_next_release_repairs_it() {
        var planned = plan("typo", Map.of("WEB_IMAGE", "local/nonexistent:9"));
        apply(planned);

        var failed = (ReleaseReport.Failed) reports.outcome(planned.release(), SOON);

        assertThat(failed.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).startsWith("deploy.evidence.image-");
            assertThat(problem.component()).isEqualTo("typo");
            assertThat(problem.arguments()).contains("local/nonexistent:9");
        });
        assertThat(applications.find("ada", "typo").orElseThrow().health()).isEqualTo(Health.FAILED);

        var repaired = plan("typo", Map.of("WEB_IMAGE", ShopCatalogue.IMAGE));
        assertThat(repaired.plan().objects())
                .filteredOn(change -> change.action() == ReleaseReport.Action.CHANGED)
                .singleElement()
                .satisfies(change ->
                        assertThat(change.fields()).containsExactly("spec.template.spec.containers[0].image"));
        apply(repaired);
        assertThat(reports.outcome(repaired.release(), A_MINUTE)).isInstanceOf(ReleaseReport.Healthy.class);
    }

    @Test
    void a_crash_is_told_with_its_exit_code_and_last_lines() {
        var planned = plan("crash", Map.of("WEB_COMMAND", "echo no database at db:3306; exit 3"));
        apply(planned);

        var failed = (ReleaseReport.Failed) reports.outcome(planned.release(), A_MINUTE);

        assertThat(failed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("deploy.evidence.crashes");
            assertThat(problem.arguments()).containsExactly("3");
            assertThat(problem.log()).contains("no database at db:3306");
        });
    }

    @Test
    void a_host_that_is_nowhere_large_enough_is_told_with_the_counts() {
        transaction.executeWithoutResult(turn -> spaces.provision(space, new Quota(5, 600, 2), ada));
        reports.next(
                SpaceReport.Provisioned.class,
                SOON,
                report -> report.space().quota().cpu() == 600);
        var planned = plan("huge", Map.of("WEB_CPU", "500", "WEB_LIMIT", "500"));
        apply(planned);

        var failed = (ReleaseReport.Failed) reports.outcome(planned.release(), A_MINUTE);

        assertThat(failed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("deploy.evidence.no-room-cpu");
            assertThat(problem.arguments()).containsExactly("1", "1");
        });
    }

    @Test
    void more_than_the_quota_is_refused_with_the_numbers_before_anything_is_made() {
        var release = order("greedy", Map.of("PASSWORD", "x", "WEB_CPU", "900", "WEB_LIMIT", "900"));

        var refused = (ReleaseReport.Refused) reports.outcome(release, SOON);

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("deploy.evidence.quota-exceeded");
            assertThat(problem.offers()).contains(Problem.Offer.ASK_FOR_QUOTA);
        });
        assertThat(client.services().inNamespace(space).withName("greedy").get())
                .isNull();
    }

    @Test
    void one_release_of_an_application_at_a_time_and_a_cancelled_one_makes_room() {
        var slow = Map.of("WEB_COMMAND", "exec sleep 1000");
        var first = plan("once", slow);
        var second = plan("once", Map.of());
        apply(first);
        apply(second);

        var refused = (ReleaseReport.Refused) reports.outcome(second.release(), SOON);
        assertThat(refused.problems())
                .extracting(Problem::code)
                .containsAnyOf("deploy.release.another", "deploy.release.name-taken");

        var third = plan("once", slow);
        apply(third);
        assertThat(reports.outcome(third.release(), SOON)).isInstanceOf(ReleaseReport.Refused.class);

        assertThat(cancel(first.release())).isTrue();
        assertThat(cancel(first.release())).isFalse();
        var fourth = plan("once", Map.of("WEB_COMMAND", "touch /tmp/ready; exec sleep 1000"));
        apply(fourth);
        assertThat(reports.outcome(fourth.release(), A_MINUTE)).isInstanceOf(ReleaseReport.Healthy.class);
        assertThat(reports.all(ReleaseReport.class, report -> report.release().equals(first.release())))
                .noneMatch(report -> report instanceof ReleaseReport.Healthy || report instanceof ReleaseReport.Failed);
    }

    @Test
    void another_persons_space_is_refused_and_the_cluster_itself_refuses_too() {
        var eve = new Requester("eve", "conversation-2");
        var release = UUID.randomUUID().toString();
        transaction.executeWithoutResult(
                turn -> releases.plan(release, new Order("spy", space, "shop", Map.of()), eve));

        assertThat(((ReleaseReport.Refused) reports.outcome(release, SOON)).problems())
                .extracting(Problem::code)
                .containsExactly("deploy.plan.no-space");
        var hand = cluster.as("eve", "another-space");
        var foreign = new Reference("v1", "Secret", space, "blog-db");
        assertThatThrownBy(() -> hand.find(foreign))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(403));
    }

    @Test
    void what_a_new_release_no_longer_has_is_removed_if_it_is_proved_to_be_its_own() {
        var first = plan("slim", Map.of());
        apply(first);
        assertThat(reports.outcome(first.release(), A_MINUTE)).isInstanceOf(ReleaseReport.Healthy.class);
        var service = client.services().inNamespace(space).withName("slim-db");
        assertThat(service.get()).isNotNull();

        var second = plan("slim", Map.of("WITHOUT_DB_SERVICE", "true"));
        assertThat(second.plan().objects())
                .contains(new ReleaseReport.Change("Service", "slim-db", ReleaseReport.Action.REMOVED, List.of()));
        apply(second);

        assertThat(reports.outcome(second.release(), A_MINUTE)).isInstanceOf(ReleaseReport.Healthy.class);
        assertThat(service.get()).isNull();
    }

    private ReleaseReport.Planned plan(String application, Map<String, String> values) {
        var release = order(application, values);
        return reports.next(
                ReleaseReport.Planned.class, SOON, report -> report.release().equals(release));
    }

    private String order(String application, Map<String, String> values) {
        var release = UUID.randomUUID().toString();
        var order = new Order(application, space, "shop", values);
        transaction.executeWithoutResult(turn -> releases.plan(release, order, ada));
        return release;
    }

    private boolean cancel(String release) {
        return Boolean.TRUE.equals(transaction.execute(turn -> releases.cancel(release, ada)));
    }

    private void apply(ReleaseReport.Planned planned) {
        transaction.executeWithoutResult(turn -> releases.apply(planned.release(), ada));
    }
}
