package io.cosmopilot.adapters.slack.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Something the app was told. What is not acknowledged is told again at once, after one and after five minutes. */
public final class Told {

    static final String EVENT = "events_api";
    static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final List<Duration> AGAIN = List.of(PATIENCE, Duration.ofMinutes(1), Duration.ofMinutes(5));

    final String id = UUID.randomUUID().toString();
    final String type;
    final ObjectNode payload;
    final AtomicInteger attempts = new AtomicInteger();
    private final CompletableFuture<Optional<JsonNode>> ack = new CompletableFuture<>();
    volatile Instant sent;
    volatile int status;

    Told(String type, ObjectNode payload, Instant sent) {
        this.type = type;
        this.payload = payload;
        this.sent = sent;
    }

    /** Waits until it is acknowledged. */
    public Told acknowledged() {
        FakeSlack.await(ack::isDone, () -> "an acknowledgement of " + payload);
        return this;
    }

    public boolean isAcknowledged() {
        return ack.isDone();
    }

    /** What came with the acknowledgement. */
    public JsonNode answer() {
        return possibleAnswer().orElseThrow(() -> new AssertionError("acknowledged without an answer"));
    }

    public Optional<JsonNode> possibleAnswer() {
        acknowledged();
        return ack.join();
    }

    /** The latest HTTP status, in HTTP mode. */
    public int status() {
        return status;
    }

    boolean isEvent() {
        return type.equals(EVENT);
    }

    boolean due(Instant now) {
        return isEvent()
                && !ack.isDone()
                && attempts.get() < AGAIN.size()
                && !now.isBefore(sent.plus(AGAIN.get(attempts.get())));
    }

    void acknowledge(@Nullable JsonNode answer) {
        ack.complete(Optional.ofNullable(answer));
    }
}
