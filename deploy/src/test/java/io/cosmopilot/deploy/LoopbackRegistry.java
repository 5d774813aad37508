package io.cosmopilot.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** Debian's docker-registry on a free port of this machine, from which the cluster's node can pull. */
final class LoopbackRegistry implements AutoCloseable {

    private final Process process;
    private final String address;

    private LoopbackRegistry(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static LoopbackRegistry start() {
        try {
            var address = "127.0.0.1:" + freePort();
            var configuration = Files.createTempFile("registry", ".yml");
            Files.writeString(configuration, """
                    version: 0.1
                    log: {level: error, accesslog: {disabled: true}}
                    storage: {inmemory: {}}
                    http: {addr: "%s"}
                    """.formatted(address));
            var registry = new LoopbackRegistry(serve(configuration), address);
            await().atMost(Duration.ofSeconds(30)).until(registry::answers);
            return registry;
        } catch (IOException unavailable) {
            throw new UncheckedIOException("docker-registry (Debian package) could not be started", unavailable);
        }
    }

    private static Process serve(Path configuration) throws IOException {
        return new ProcessBuilder("docker-registry", "serve", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        @Nullable HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection)
                    URI.create("http://" + address + "/v2/").toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }

    /** Host and port, as it stands at the beginning of image references. */
    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
