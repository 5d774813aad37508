package io.cosmopilot.deploy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The API server of the real cluster is killed and comes back. Alone: everybody else would miss it too. */
@OnRealCluster
@Isolated
class AwayIT {

    private static final Path RESTART = Path.of("../../shared/cluster/restart-api.sh");
    private static final int SECONDS = 6;

    @Test
    void a_release_waits_for_the_cluster_and_goes_on_and_whatever_changes_afterwards_is_seen(Tenant ada)
            throws Exception {
        assumeTrue(Files.isExecutable(RESTART), "nothing beside this clone restarts the API server");
        ada.succeeds("before", Map.of());
        var release = ada.plan("patient", Map.of()).release();

        var restart = new ProcessBuilder(RESTART.toString(), String.valueOf(SECONDS))
                .redirectErrorStream(true)
                .start();
        await().atMost(Tenant.SOON).until(() -> !answers(ada));
        ada.apply(release);

        await().atMost(Tenant.SOON)
                .untilAsserted(() -> assertThat(ada.status("before").problems())
                        .extracting(Problem::code)
                        .contains("deploy.status.cluster-away"));
        assertThat(ada.status("before").health()).isEqualTo(Health.HEALTHY);
        assertBack(restart);

        assertThat(ada.outcome(release)).isInstanceOf(ReleaseReport.Healthy.class);
        assertThat(ada.reports()
                        .all(
                                ReleaseReport.Progressed.class,
                                report -> report.release().equals(release)))
                .flatExtracting(ReleaseReport.Progressed::hints)
                .extracting(Problem::code)
                .containsOnlyOnce("deploy.release.cluster-away");
        ada.client()
                .apps()
                .deployments()
                .inNamespace(ada.space())
                .withName("before")
                .scale(0);
        await().atMost(Tenant.A_WHILE)
                .untilAsserted(() -> assertThat(ada.status("before").components())
                        .filteredOn(component -> component.name().equals("before"))
                        .extracting(Component::health)
                        .containsExactly(Health.STOPPED));
        assertThat(ada.status("before").problems())
                .extracting(Problem::code)
                .doesNotContain("deploy.status.cluster-away");
    }

    private static boolean answers(Tenant ada) {
        var address = ada.client().getMasterUrl();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException away) {
            return false;
        }
    }

    private static void assertBack(Process restart) throws IOException, InterruptedException {
        var said = new String(restart.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(restart.waitFor()).as(said).isZero();
    }
}
