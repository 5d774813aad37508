package io.cosmopilot.bot.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import static org.awaitility.Awaitility.await;

/** Debian's {@code docker-registry} on a free port, asking the application for tokens and telling it what arrives. */
final class DockerRegistry implements AutoCloseable {

    private final Process process;

    private DockerRegistry(Process process) {
        this.process = process;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    static DockerRegistry start(Path directory, int port, int application, String secret, String certificate)
            throws IOException {
        var bundle = Files.writeString(directory.resolve("token.crt"), certificate);
        var configuration = Files.writeString(directory.resolve("registry.yaml"), """
                version: 0.1
                log: {level: warn}
                storage:
                  filesystem: {rootdirectory: %s}
                  delete: {enabled: true}
                http: {addr: "127.0.0.1:%d", secret: for-tests}
                auth:
                  token:
                    realm: http://127.0.0.1:%d/registry/token
                    service: cosmopilot-registry
                    issuer: cosmopilot
                    rootcertbundle: %s
                notifications:
                  endpoints:
                    - name: cosmopilot
                      url: http://127.0.0.1:%d/registry/events
                      headers: {Authorization: ["Bearer %s"]}
                      timeout: 5s
                      threshold: 3
                      backoff: 1s
                """.formatted(
                        directory.resolve("images"), port, application, bundle, application, secret));
        var process = new ProcessBuilder("docker-registry", "serve", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("registry.log").toFile())
                .start();
        var registry = new DockerRegistry(process);
        await().atMost(Duration.ofSeconds(20)).until(() -> answers(port));
        return registry;
    }

    private static boolean answers(int port) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v2/"))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 401;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
