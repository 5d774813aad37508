package io.cosmopilot.adapters.slack.fake;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells the app what happens, on one of its sockets or by a signed request, until it says that it knows. */
final class Events {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Workspace workspace;
    private final Faults faults;
    private final Sockets sockets = new Sockets(this::acknowledge);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final List<Late> late = new CopyOnWriteArrayList<>();
    private volatile @Nullable URI address;

    Events(Workspace workspace, Faults faults) {
        this.workspace = workspace;
        this.faults = faults;
    }

    Sockets sockets() {
        return sockets;
    }

    /** From now on by signed requests to this address. */
    void deliverTo(URI newAddress) {
        address = newAddress;
    }

    Told tell(String type, ObjectNode payload) {
        Told event = new Told(type, payload, workspace.now());
        told.put(event.id, event);
        Duration delay = faults.delay();
        if (delay.isZero()) {
            send(event);
        } else {
            late.add(new Late(event, workspace.now().plus(delay)));
        }
        return event;
    }

    /** What came late arrives; what was not acknowledged is told again. */
    void timePassed() {
        Instant now = workspace.now();
        List<Late> arriving =
                late.stream().filter(each -> !now.isBefore(each.arrives)).toList();
        late.removeAll(arriving);
        arriving.forEach(each -> send(each.event));
        told.values().stream().filter(event -> event.due(now)).forEach(event -> {
            event.attempts.incrementAndGet();
            send(event);
        });
    }

    private void send(Told event) {
        event.sent = workspace.now();
        if (faults.drops()) {
            return;
        }
        int times = faults.doubles() ? 2 : 1;
        for (int i = 0; i < times; i++) {
            URI target = address;
            if (target == null) {
                sockets.send(envelope(event));
            } else {
                post(event, target);
            }
        }
    }

    private static String envelope(Told event) {
        int attempts = event.attempts.get();
        return JSON.writeValueAsString(Map.of(
                "type",
                event.type,
                "envelope_id",
                event.id,
                "payload",
                event.payload,
                "accepts_response_payload",
                !event.isEvent(),
                "retry_attempt",
                attempts,
                "retry_reason",
                attempts == 0 ? "" : "timeout"));
    }

    private void post(Told event, URI target) {
        HttpRequest request = signed(target, body(event), Instant.now(), FakeSlack.SECRET, event.isEvent());
        if (event.attempts.get() > 0) {
            request = HttpRequest.newBuilder(request, (name, value) -> true)
                    .header("X-Slack-Retry-Num", event.attempts.toString())
                    .header("X-Slack-Retry-Reason", "http_error")
                    .build();
        }
        CompletableFuture<Void> unused = client.sendAsync(request, BodyHandlers.ofString())
                .thenAccept(response -> {
                    event.status = response.statusCode();
                    if (response.statusCode() == 200) {
                        acknowledge(event.id, response.body().isBlank() ? null : JSON.readTree(response.body()));
                    }
                });
    }

    private static String body(Told event) {
        return switch (event.type) {
            case Told.EVENT -> JSON.writeValueAsString(event.payload);
            case "interactive" -> "payload=" + encoded(JSON.writeValueAsString(event.payload));
            default ->
                event.payload.properties().stream()
                        .map(entry ->
                                entry.getKey() + "=" + encoded(entry.getValue().asString()))
                        .collect(Collectors.joining("&"));
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A request as Slack signs it. */
    static HttpRequest signed(URI address, String body, Instant at, String secret, boolean json) {
        String stamp = String.valueOf(at.getEpochSecond());
        return HttpRequest.newBuilder(address)
                .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", stamp)
                .header("X-Slack-Signature", "v0=" + signature("v0:" + stamp + ":" + body, secret))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String signature(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void acknowledge(String id, @Nullable JsonNode answer) {
        if (!faults.losesAck()) {
            Optional.ofNullable(told.get(id)).ifPresent(event -> event.acknowledge(answer));
        }
    }

    void close() {
        client.shutdownNow();
        try {
            sockets.stop(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Late(Told event, Instant arrives) {}
}
