package io.cosmopilot.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What asking and applying cost on the real cluster. Alone: what others do would be counted too. */
@OnRealCluster
@Isolated
class LoadIT {

    private static final int ROUNDS = 5;

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient jdbc;

    @Test
    void five_hundred_questions_are_answered_without_asking_the_cluster(Tenant ada) throws Exception {
        ada.succeeds("asked", Map.of());
        await().atMost(Tenant.A_WHILE).untilAsserted(() -> {
            var before = calls.reads();
            var servedBefore = served(ada.client());

            assertThat(ask(ada, 500)).containsOnly(Health.HEALTHY).hasSize(500);

            var asked = calls.reads() - before;
            var served = served(ada.client()) - servedBefore;
            System.out.printf("500 status questions: %d lists and gets, %d served to anybody%n", asked, served);
            assertThat(asked).isLessThanOrEqualTo(5);
            // Again, while the cluster is busy with what earlier tests left.
            assertThat(served).isLessThanOrEqualTo(5);
        });
    }

    private static List<Health> ask(Tenant ada, int times) throws Exception {
        try (var people = Executors.newFixedThreadPool(8)) {
            Callable<Health> question = () -> ada.status("asked").health();
            var answers = new ArrayList<Health>();
            for (var answer : people.invokeAll(Collections.nCopies(times, question))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** Lists and gets that the API server counts, but for those of Kubernetes' own parts: these do not speak JSON. */
    private static long served(KubernetesClient client) {
        return client.raw("/metrics")
                .lines()
                .filter(line -> line.startsWith("apiserver_request_total{"))
                .filter(line -> line.contains("verb=\"GET\"") || line.contains("verb=\"LIST\""))
                .filter(line -> line.contains("contentType=\"application/json\""))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void applying_a_release_takes_no_longer_than_kubectl_takes_for_the_same_objects(Tenant ada, Tenant eve)
            throws Exception {
        var first = planned(ada);
        var theirs = Files.createTempFile("release", ".yaml");
        Files.writeString(theirs, objects(first, ada, eve));
        var ours = new ArrayList<Duration>();
        var kubectl = new ArrayList<Duration>();
        try {
            for (int round = 0; round <= ROUNDS; round++) {
                var release = round == 0 ? first : planned(ada);
                ours.add(applied(ada, release));
                kubectl.add(kubectl(theirs));
            }
        } finally {
            Files.delete(theirs);
        }

        System.out.printf(
                "wordpress, 7 objects, median of %d: %d ms, kubectl apply --server-side: %d ms%n",
                ROUNDS, median(ours), median(kubectl));
        assertThat(median(ours)).isLessThan(median(kubectl) * 5 / 4);
    }

    private static String planned(Tenant ada) {
        var order = new Order("blog", ada.space(), "wordpress", Map.of("STORAGE_SIZE", "1Gi"));
        var release = ada.order(order);
        ada.reports()
                .next(
                        ReleaseReport.Planned.class,
                        Tenant.SOON,
                        report -> report.release().equals(release));
        return release;
    }

    /** From the yes until all is applied; the images are not there, so nobody waits for more. */
    private Duration applied(Tenant ada, String release) {
        var start = Instant.now();
        ada.apply(release);
        await().atMost(Tenant.SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> !phase(release).equals("APPLYING"));
        var taken = Duration.between(start, Instant.now());
        ada.cancel(release);
        return taken;
    }

    private String phase(String release) {
        return jdbc.sql("select phase from deploy.release where id = ?")
                .param(release)
                .query(String.class)
                .single();
    }

    private String objects(String release, Tenant from, Tenant to) {
        var objects = jdbc.sql("select content from deploy.release_object where release_id = ? order by position")
                .param(release)
                .query(String.class)
                .list();
        assertThat(objects).hasSize(7);
        return "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[%s]}"
                .formatted(String.join(",", objects))
                .replace(from.space(), to.space());
    }

    private static Duration kubectl(Path objects) throws IOException, InterruptedException {
        var start = Instant.now();
        var kubectl = new ProcessBuilder(
                        program(),
                        "--kubeconfig=" + RealCluster.kubeconfig().orElseThrow(),
                        "apply",
                        "--server-side",
                        "--field-manager=cosmopilot",
                        "-f",
                        objects.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor()).as(said).isZero();
        return Duration.between(start, Instant.now());
    }

    /** The one that belongs to the cluster, or the one on the PATH. */
    private static String program() {
        var beside = Path.of(RealCluster.kubeconfig().orElseThrow()).resolveSibling("bin/kubectl");
        return Files.isExecutable(beside) ? beside.toString() : "kubectl";
    }

    /** Without the first round, in which both warm up. */
    private static long median(List<Duration> rounds) {
        var sorted =
                rounds.stream().skip(1).mapToLong(Duration::toMillis).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
