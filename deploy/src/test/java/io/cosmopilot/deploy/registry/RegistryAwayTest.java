package io.cosmopilot.deploy.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A registry that is away, says nothing, or stops in the middle of a sentence. Nobody waits for it for long. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RegistryAwayTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"repositories\":";

    private final ServerSocket registry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    RegistryAwayTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        registry.close();
        for (var caller : callers) {
            caller.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Le", HEAD})
    void what_stops_is_not_waited_for(String said) {
        says(said);

        assertThatThrownBy(() -> http().get("/v2/_catalog", Map.of()))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("is away: GET /v2/_catalog");
        assertThat(health()).isEqualTo(Status.DOWN);
    }

    @Test
    void what_is_away_is_not_waited_for() throws IOException {
        registry.close();

        assertThatThrownBy(() -> http().get("/v2/_catalog", Map.of())).isInstanceOf(RegistryException.class);
        assertThat(health()).isEqualTo(Status.DOWN);
    }

    @Test
    void what_asks_who_is_there_is_there() {
        says("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");

        assertThat(health()).isEqualTo(Status.UP);
    }

    private RegistryHttp http() {
        return new RegistryHttp(URI.create("http://127.0.0.1:" + registry.getLocalPort()), PATIENCE);
    }

    private Status health() {
        var settings = new Binder(
                        new MapConfigurationPropertySource(Map.of("cosmopilot.registry.kind", "distribution")))
                .bindOrCreate("cosmopilot.registry", RegistrySettings.class);
        return new RegistryHealth(settings, http()).health().getStatus();
    }

    /** To everybody who calls, and then nothing any more. */
    private void says(String what) {
        Thread.ofVirtual().start(() -> {
            while (!registry.isClosed()) {
                try {
                    var caller = registry.accept();
                    callers.add(caller);
                    caller.getOutputStream().write(what.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException over) {
                    return;
                }
            }
        });
    }
}
