package io.cosmopilot.deploy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import io.cosmopilot.deploy.registry.WithRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** Spaces are looked after from time to time without being asked. On the sandbox. */
@WithRegistry
class RepairTimerTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    @Autowired
    Spaces spaces;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Reports reports;

    @Autowired
    KubernetesClient cluster;

    @Autowired
    JdbcClient jdbc;

    private final String space = "drift-" + UUID.randomUUID().toString().substring(0, 8);
    private final Requester ada = new Requester(space, "there");

    @Test
    void whatSomebodyChangedIsAsItWasOnceTheTimeHasCome() {
        transaction.executeWithoutResult(turn -> spaces.provision(space, new Quota(5, 2, 2), ada));
        reports.next(
                SpaceReport.Provisioned.class,
                SOON,
                report -> report.space().name().equals(space));
        var quota = cluster.resourceQuotas().inNamespace(space).withName("cosmopilot");
        var limits = cluster.limitRanges().inNamespace(space).withName("cosmopilot");
        var granted = quota.get().getSpec();
        // The first look is taken at the start, whenever that was.
        await().atMost(SOON).until(() -> next().isAfter(Instant.now().plusSeconds(60)));
        quota.edit(found -> {
            found.getSpec().getHard().replaceAll((resource, amount) -> new Quantity("900"));
            return found;
        });
        limits.delete();

        var now = tenMinutesPass();

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(quota.get().getSpec()).isEqualTo(granted);
            assertThat(limits.get()).isNotNull();
            assertThat(next()).isCloseTo(now.plus(INTERVAL), within(SOON));
        });
    }

    /** The timer is a time in PostgreSQL: it comes ten minutes nearer. The time at which that was done. */
    private Instant tenMinutesPass() {
        jdbc.sql("update scheduled_tasks set execution_time = execution_time - interval '10 minutes'"
                        + " where task_name = 'deploy-repair-spaces' and not picked")
                .update();
        return Instant.now();
    }

    private Instant next() {
        return jdbc.sql("select execution_time from scheduled_tasks where task_name = 'deploy-repair-spaces'")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
