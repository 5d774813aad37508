package io.cosmopilot.bot.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import io.cosmopilot.deploy.Builds;
import io.cosmopilot.deploy.Images;
import io.cosmopilot.deploy.Requester;

import static io.cosmopilot.bot.registry.Stand.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Images from source, in both lanes, into a real registry. */
@ExtendWith(RealRegistry.class)
class BuildingIT {

    private static final int JAR = 20 << 20;

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

        assertThat(outcome(build("page", "1", "static-nginx", pages))).isEqualTo("BUILT");
        assertThat(outcome(build("page", "2", "static-nginx", pages))).isEqualTo("BUILT");

        var images = stand.bean(Images.class);
        await().atMost(SOON).until(() -> images.tags("wei", space, "page").size() == 2);
        var tags = images.tags("wei", space, "page");
        assertThat(tags.get(0).digest()).isEqualTo(tags.get(1).digest());
        var image = stand.address + "/" + space + "/page:1";
        assertThat(stand.docker.pull(image, "wei", stand.password("wei"))).isEmpty();
        assertThat(stand.docker.run(image, "cat", "/usr/share/nginx/html/index.html"))
                .isEqualTo("<h1>hello</h1>");
        stand.docker.forget(image);
    }

    @Test
    void a_jar_of_20_mb_takes_seconds() {
        build("warm", "1", "java-21", new Source.Upload("shop.jar", random(1)));
        long begin = System.nanoTime();

        var id = build("shop", "1", "java-21", new Source.Upload("shop.jar", random(2)));

        assertThat(outcome(id)).isEqualTo("BUILT");
        var took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("a jar of 20 MB became an image in the registry in %d ms%n", took.toMillis());
        assertThat(took).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_dockerfile_is_built_by_the_engine() {
        var code = zip("Dockerfile", "FROM local/busybox:1\nCOPY hello /hello\nRUN cat /hello\n", "hello", "hi");

        assertThat(outcome(build("docker", "1", null, code))).isEqualTo("BUILT");

        await().atMost(SOON)
                .until(() -> !stand.bean(Images.class).tags("wei", space, "docker").isEmpty());
    }

    @Test
    void a_dockerfile_that_fails_runs_for_ever_or_never_stops_talking_is_stopped() {
        var failing = build("bad", "1", null, zip("Dockerfile", "FROM local/busybox:1\nRUN exit 3\n"));
        assertThat(outcome(failing)).isEqualTo("FAILED");

        var talking = build("bad", "2", null, zip("Dockerfile", "FROM local/busybox:1\nRUN yes talking\n"));
        assertThat(outcome(talking)).isEqualTo("FAILED");

        var connecting =
                build("bad", "3", null, zip("Dockerfile", "FROM local/busybox:1\nRUN wget -T 2 http://127.0.0.1:1/\n"));
        assertThat(outcome(connecting)).isEqualTo("FAILED");

        var sleeping = build("bad", "4", null, zip("Dockerfile", "FROM local/busybox:1\nRUN sleep 8642\n"));
        assertThat(outcome(sleeping)).isEqualTo("FAILED");
        await().atMost(SOON).until(() -> !stand.docker.runs("sleep 8642"));
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
    }

    private String build(String image, String tag, @Nullable String base, Source source) {
        var id = start(image, tag, base, source);
        outcome(id);
        return id;
    }

    private String start(String image, String tag, @Nullable String base, Source source) {
        var id = UUID.randomUUID().toString();
        var order = new BuildOrder(space, image, tag, base, source);
        stand.turn(() -> stand.bean(Builds.class).start(id, order, new Requester("wei", "test")));
        return id;
    }

    private String outcome(String id) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !phase(id).equals("RUNNING"));
        return phase(id);
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
