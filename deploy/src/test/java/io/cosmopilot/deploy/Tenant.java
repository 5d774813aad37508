package io.cosmopilot.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** A person with a space on the cluster, and what they do in it. */
record Tenant(
        String space,
        Requester person,
        Spaces spaces,
        Releases releases,
        Applications applications,
        Reports reports,
        TransactionOperations transaction,
        KubernetesClient client) {

    static final Duration SOON = Duration.ofSeconds(60);
    static final Duration A_WHILE = Duration.ofMinutes(3);

    /** Provisions the space, or gives it another quota. */
    void provision(Quota quota) {
        transaction.executeWithoutResult(turn -> spaces.provision(space, quota, person));
        reports.next(
                SpaceReport.Provisioned.class,
                A_WHILE,
                report -> report.space().name().equals(space)
                        && report.space().quota().equals(quota));
    }

    ReleaseReport.Planned plan(String application, Map<String, String> values) {
        var release = order(application, values);
        return reports.next(
                ReleaseReport.Planned.class, SOON, report -> report.release().equals(release));
    }

    /** Asks for a plan, whatever comes of it. */
    String order(String application, Map<String, String> values) {
        return order(new Order(application, space, "shop", values));
    }

    String order(Order order) {
        var release = UUID.randomUUID().toString();
        transaction.executeWithoutResult(turn -> releases.plan(release, order, person));
        return release;
    }

    void apply(String release) {
        transaction.executeWithoutResult(turn -> releases.apply(release, person));
    }

    boolean cancel(String release) {
        return Boolean.TRUE.equals(transaction.execute(turn -> releases.cancel(release, person)));
    }

    ReleaseReport outcome(String release) {
        return reports.outcome(release, A_WHILE);
    }

    /** Plans, says yes, and waits for the end. */
    ReleaseReport deploy(String application, Map<String, String> values) {
        var planned = plan(application, values);
        apply(planned.release());
        return outcome(planned.release());
    }

    /** Asks for a plan of plain objects, whatever comes of it. */
    String orderPlain(String application, String... documents) {
        var yaml = Map.of("YAML", String.join("\n---\n", documents));
        return order(new Order(application, space, "plain", yaml));
    }

    /** Plans plain objects, says yes, and does not wait for the end. */
    String beginPlain(String application, String... documents) {
        var release = orderPlain(application, documents);
        reports.next(
                ReleaseReport.Planned.class, SOON, report -> report.release().equals(release));
        apply(release);
        return release;
    }

    List<Problem> failsPlain(String application, String... documents) {
        return failed(outcome(beginPlain(application, documents)));
    }

    List<Problem> fails(String application, Map<String, String> values) {
        return failed(deploy(application, values));
    }

    private static List<Problem> failed(ReleaseReport outcome) {
        assertThat(outcome).isInstanceOf(ReleaseReport.Failed.class);
        return ((ReleaseReport.Failed) outcome).problems();
    }

    void succeeds(String application, Map<String, String> values) {
        assertThat(deploy(application, values)).isInstanceOf(ReleaseReport.Healthy.class);
    }

    Application status(String application) {
        return applications.find(person.person(), application).orElseThrow();
    }

    /** Removes the space from the cluster without waiting for it. */
    void leave() {
        client.namespaces().withName(space).delete();
    }
}
