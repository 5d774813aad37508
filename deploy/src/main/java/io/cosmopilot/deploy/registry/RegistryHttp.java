package io.cosmopilot.deploy.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls a registry, impatiently: whoever asks does so again, and says so. */
class RegistryHttp {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int LARGEST = 8 << 20;

    private final URI base;
    private final Duration patience;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    RegistryHttp(URI base) {
        this(base, ANSWER);
    }

    /** @param patience until an answer begins, and once more until it has ended */
    RegistryHttp(URI base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    Answer get(String path, Map<String, String> headers) {
        return send("GET", path, headers, BodyPublishers.noBody());
    }

    Answer send(String method, String path, Map<String, String> headers, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(patience).method(method, body);
        headers.forEach(request::header);
        var what = method + " " + path;
        try {
            var response = http.send(request.build(), BodyHandlers.ofInputStream());
            return new Answer(what, response.statusCode(), read(response), response);
        } catch (IOException away) {
            throw new RegistryException("the registry at " + base.getAuthority() + " is away: " + what, away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RegistryException("interrupted: " + what, stopped);
        }
    }

    /** The client's own patience ends where the body begins. */
    private byte[] read(HttpResponse<InputStream> response) throws IOException {
        try (var body = response.body()) {
            var end = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
            var late = CompletableFuture.runAsync(() -> close(body), end);
            var bytes = body.readNBytes(LARGEST);
            if (body.read() >= 0) {
                throw new IOException("more than " + LARGEST + " bytes");
            }
            if (!late.cancel(false)) {
                throw new HttpTimeoutException("the answer did not end");
            }
            return bytes;
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** What the registry said. */
    // An answer is read, and compared with nothing.
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(String what, int status, byte[] body, HttpResponse<?> response) {

        boolean missing() {
            return status == 404;
        }

        Answer good() {
            if (status < 200 || status >= 300) {
                throw new RegistryException("the registry answered " + status + " to " + what);
            }
            return this;
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }
}
