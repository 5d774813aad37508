package io.cosmopilot.deploy.builds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.cosmopilot.deploy.Builds.Base;
import io.cosmopilot.deploy.Problem.Offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A registry that is away or stalls while an image is made: the build ends with that reason, and can be tried again. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LayeringAwayTest {

    private static final String PATIENCE = "jib.httpTimeout";

    @TempDir
    Path directory;

    private final ServerSocket registry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    LayeringAwayTest() throws IOException {}

    @BeforeEach
    void impatient() {
        System.setProperty(PATIENCE, "300");
    }

    @AfterEach
    void close() throws IOException {
        System.clearProperty(PATIENCE);
        registry.close();
        for (var caller : callers) {
            caller.close();
        }
    }

    @Test
    void a_registry_that_is_away_is_said_to_be() throws IOException {
        registry.close();

        away();
    }

    @Test
    void a_registry_that_says_nothing_is_not_waited_for() {
        Thread.ofVirtual().start(() -> {
            while (!registry.isClosed()) {
                try {
                    callers.add(registry.accept());
                } catch (IOException over) {
                    return;
                }
            }
        });

        away();
    }

    private void away() {
        assertThatThrownBy(this::build).isInstanceOfSatisfying(BuildException.class, away -> {
            assertThat(away.problem().code()).isEqualTo("deploy.build.registry-away");
            assertThat(away.problem().offers()).contains(Offer.HUMAN);
        });
    }

    private void build() throws Exception {
        var address = "127.0.0.1:" + registry.getLocalPort();
        var code = Files.createDirectories(directory.resolve("code"));
        var jar = Files.write(code.resolve("shop.jar"), new byte[1000]);
        var recipe = new Recipe(
                new Base("java-21", "java", "21", address + "/library/java:21", 8080),
                jar,
                "/app/app.jar",
                List.of("java", "-jar", "/app/app.jar"),
                8080);
        new Layering(directory.resolve("caches"), directory.resolve("layers"), true, address, recipe)
                .build(new Lane.Target(address + "/shop/shop:1", "wei", "secret"), Code.in(code), new Log());
    }
}
