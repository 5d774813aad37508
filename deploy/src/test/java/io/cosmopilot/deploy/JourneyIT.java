package io.cosmopilot.deploy;

import java.time.Duration;
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

import static org.assertj.core.api.Assertions.assertThat;

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

    private void apply(ReleaseReport.Planned planned) {
        transaction.executeWithoutResult(turn -> releases.apply(planned.release(), ada));
    }
}
