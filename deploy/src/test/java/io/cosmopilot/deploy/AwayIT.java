package io.cosmopilot.deploy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The API server of the real cluster is killed and comes back, and has forgotten what every watch has seen. Alone: everybody else would miss it too. */
@OnRealCluster
@Isolated
class AwayIT {

    private static final Path RESTART = Path.of("../../shared/cluster/restart-api.sh");
    private static final int SECONDS = 6;
    private static final String DEPLOYMENTS = "/apis/apps/v1/deployments";

    @Autowired
    Calls calls;

    @Test
    void a_release_waits_for_the_cluster_and_goes_on_and_whatever_changes_afterwards_is_seen(Tenant ada)
            throws Exception {
        assumeTrue(Files.isExecutable(RESTART), "nothing beside this clone restarts the API server");
        ada.succeeds("before", Map.of());
        var release = ada.plan("patient", Map.of()).release();
        var watchedFrom = watchedFrom(ada);
        var listed = calls.reads(DEPLOYMENTS);

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
        assertThat(isGone(ada, watchedFrom)).isTrue();

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
        assertThat(calls.reads(DEPLOYMENTS)).isGreaterThan(listed);
    }

    /**
     * The version that a watch of Deployments has seen last. What is written afterwards is not for that watch, so that
     * it is older than all that an API server knows which has begun anew.
     */
    private static String watchedFrom(Tenant ada) {
        var version = ada.client()
                .apps()
                .deployments()
                .inNamespace(ada.space())
                .withName("before")
                .get()
                .getMetadata()
                .getResourceVersion();
        var later = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("later")
                .endMetadata()
                .build();
        ada.client().configMaps().inNamespace(ada.space()).resource(later).create();
        return version;
    }

    /** Whether a watch that goes on from there is told that it is too old: 410 Gone. */
    private static boolean isGone(Tenant ada, String version) throws Exception {
        var ended = new CompletableFuture<WatcherException>();
        var options = new ListOptionsBuilder().withResourceVersion(version).build();
        var deployments = ada.client().apps().deployments().inNamespace(ada.space());
        var watch = deployments.watch(options, new Ended(ended));
        try {
            return ended.get(Tenant.SOON.toSeconds(), TimeUnit.SECONDS).isHttpGone();
        } finally {
            watch.close();
        }
    }

    /** Tells why a watch ended. */
    private record Ended(CompletableFuture<WatcherException> why) implements Watcher<Deployment> {

        @Override
        public void eventReceived(Action action, Deployment deployment) {
            // What changes is not asked for.
        }

        @Override
        public void onClose(WatcherException cause) {
            why.complete(cause);
        }
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
