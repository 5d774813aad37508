package io.cosmopilot.bot.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cosmopilot.deploy.BuildOrder;
import io.cosmopilot.deploy.BuildOrder.Source;
import io.cosmopilot.deploy.BuildReport;
import io.cosmopilot.deploy.Builds;
import io.cosmopilot.deploy.Images;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Requester;

import static io.cosmopilot.bot.registry.Stand.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Images from source, in both lanes, into a real registry. */
@ExtendWith(RealRegistry.class)
class BuildingIT {

    private static final int JAR = 20 << 20;

    /** Whatever else the machine does may spoil a measurement; it makes none better. */
    private static final int MEASUREMENTS = 6;

    private static final Duration GOOD = Duration.ofSeconds(2);

    private final Stand stand;
    private final String space;

    BuildingIT(Stand stand) {
        this.stand = stand;
        this.space = stand.name();
        stand.approve(space);
    }

    @Test
    void pages_are_put_on_a_base_image_and_the_same_pages_are_the_same_image() {
        var pages = zip("site/index.html", "<h1>hello</h1>", "site/a/b.css", "h1 {}");

        var first = built(start("page", "1", "static-nginx", pages));
        var second = built(start("page", "2", "static-nginx", pages));

        assertThat(first.digest()).startsWith("sha256:").isEqualTo(second.digest());
        assertThat(first.port()).isEqualTo(80);
        var images = stand.bean(Images.class);
        await().atMost(SOON).until(() -> images.tags("wei", space, "page").size() == 2);
        assertThat(images.tags("wei", space, "page"))
                .allSatisfy(tag -> assertThat(tag.digest()).isEqualTo(first.digest()));
        assertThat(stand.docker.pull(first.reference(), "wei", stand.password("wei")))
                .isEmpty();
        assertThat(stand.docker.run(first.reference(), "cat", "/usr/share/nginx/html/index.html"))
                .isEqualTo("<h1>hello</h1>");
        stand.docker.forget(first.reference());
    }

    @Test
    void a_jar_of_20_mb_takes_seconds() {
        var jar = random(0);
        var made = built(start("shop", "warm", "java-21", new Source.Upload("shop.jar", jar)));
        assertThat(made.port()).isEqualTo(8080);
        assertThat(stand.docker.pull(made.reference(), "wei", stand.password("wei")))
                .isEmpty();
        assertThat(stand.docker.run(made.reference(), "sha256sum", "/app/app.jar"))
                .startsWith(sha256(jar));
        stand.docker.forget(made.reference());

        var fastest = Duration.ofDays(1);
        for (int i = 1; i <= MEASUREMENTS && fastest.compareTo(GOOD) > 0; i++) {
            var next = new Source.Upload("shop.jar", random(i));
            long begin = System.nanoTime();
            built(start("shop", String.valueOf(i), "java-21", next));
            var took = Duration.ofNanos(System.nanoTime() - begin);
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
        }
        System.out.printf("a jar of 20 MB became an image in the registry in %d ms%n", fastest.toMillis());
        assertThat(fastest).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void a_dockerfile_is_built_by_the_engine_and_its_log_is_told() {
        var code = zip("Dockerfile", "FROM local/busybox:1\nCOPY hello /hello\nRUN cat /hello\n", "hello", "hi there");

        var made = built(start("docker", "1", null, code));

        assertThat(made.digest()).startsWith("sha256:");
        assertThat(made.log()).contains("hi there");
        await().atMost(SOON)
                .until(() ->
                        !stand.bean(Images.class).tags("wei", space, "docker").isEmpty());
        assertThat(stand.docker.has(made.reference())).isFalse();
    }

    @Test
    void a_dockerfile_that_fails_runs_for_ever_or_never_stops_talking_is_stopped() {
        var sleeping = start("bad", "1", null, zip("Dockerfile", "FROM local/busybox:1\nRUN sleep 8642\n"));
        var talking = start("bad", "2", null, zip("Dockerfile", "FROM local/busybox:1\nRUN yes talking\n"));
        var failing = start("bad", "3", null, zip("Dockerfile", "FROM local/busybox:1\nRUN exit 3\n"));
        var connecting =
                start("bad", "4", null, zip("Dockerfile", "FROM local/busybox:1\nRUN wget -T 2 http://127.0.0.1:1/\n"));
        var escaping = start("bad", "5", "static-nginx", zip("../../index.html", "x"));
        var empty = start("bad", "6", "java-21", zip("index.html", "x"));

        assertThat(problem(failing)).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("deploy.build.dockerfile-failed");
            assertThat(problem.arguments().getFirst()).contains("exit 3");
        });
        assertThat(problem(talking).code()).isEqualTo("deploy.build.log-too-long");
        assertThat(problem(connecting).code()).isEqualTo("deploy.build.dockerfile-failed");
        assertThat(problem(escaping).code()).isEqualTo("deploy.build.archive-escapes");
        assertThat(problem(empty).code()).isEqualTo("deploy.build.nothing-to-start");
        assertThat(problem(sleeping).code()).isEqualTo("deploy.build.timeout");
        await().atMost(SOON).until(() -> !stand.docker.runs("sleep 8642") && !stand.docker.runs("yes talking"));
        assertThat(stand.bean(Images.class).tags("wei", space, "bad")).isEmpty();
    }

    @Test
    void a_build_that_is_cancelled_ends_and_leaves_nothing() {
        var id = start("gone", "1", null, zip("Dockerfile", "FROM local/busybox:1\nRUN sleep 9753\n"));
        await().atMost(SOON).until(() -> stand.docker.runs("sleep 9753"));

        stand.turn(() -> assertThat(stand.bean(Builds.class).cancel(id, new Requester("wei", "test")))
                .isTrue());

        await().atMost(SOON).until(() -> !stand.docker.runs("sleep 9753"));
        assertThat(phase(id)).isEqualTo("CANCELLED");
        assertThat(stand.bean(Images.class).tags("wei", space, "gone")).isEmpty();
        await().atMost(SOON).until(this::swept);
    }

    @Test
    void a_build_whose_replica_died_is_begun_again() {
        var id = UUID.randomUUID().toString();
        stand.turn(() -> {
            start(id, "again", "1", "static-nginx", zip("index.html", "x"));
            // As a replica leaves it that is killed while it builds: taken, and silent for long.
            stand.bean(JdbcClient.class)
                    .sql("update scheduled_tasks set picked = true, picked_by = 'dead',"
                            + " last_heartbeat = now() - interval '1 hour' where task_instance = ?")
                    .param(id)
                    .update();
        });

        assertThat(built(id).digest()).startsWith("sha256:");
    }

    private boolean swept() throws IOException {
        try (var left = Files.list(stand.builds)) {
            return left.allMatch(directory -> directory.endsWith("caches"));
        }
    }

    private String start(String image, String tag, @Nullable String base, Source source) {
        var id = UUID.randomUUID().toString();
        stand.turn(() -> start(id, image, tag, base, source));
        return id;
    }

    private void start(String id, String image, String tag, @Nullable String base, Source source) {
        stand.bean(Builds.class)
                .start(id, new BuildOrder(space, image, tag, base, source), new Requester("wei", "test"));
    }

    private BuildReport.Built built(String id) {
        assertThat(ended(id)).isInstanceOf(BuildReport.Built.class);
        return (BuildReport.Built) ended(id);
    }

    private Problem problem(String id) {
        assertThat(ended(id)).isInstanceOf(BuildReport.Failed.class);
        return ((BuildReport.Failed) ended(id)).problem();
    }

    private BuildReport ended(String id) {
        await().atMost(Duration.ofSeconds(80))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !phase(id).equals("RUNNING"));
        return stand.reports(id).getLast();
    }

    private String phase(String id) {
        return stand.bean(JdbcClient.class)
                .sql("select phase from deploy.build where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static byte[] random(long seed) {
        var bytes = new byte[JAR];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Source zip(String... files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry(files[i]));
                zip.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Source.Upload("code.zip", bytes.toByteArray());
    }
}
