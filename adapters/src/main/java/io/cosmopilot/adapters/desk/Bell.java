package io.cosmopilot.adapters.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import io.cosmopilot.conversations.Desk;
import io.cosmopilot.conversations.Transcripts;

/** Rings at one open desk, on a thread of its own, so that a slow browser keeps nobody else waiting. */
final class Bell {

    /** Then the browser opens a new one by itself. */
    private static final long LIFETIME = Duration.ofMinutes(30).toMillis();

    private final SseEmitter emitter = new SseEmitter(LIFETIME);
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final @Nullable UUID session;
    private final Consumer<Bell> atEnd;
    private Transcripts.@Nullable Subscription subscription;

    Bell(@Nullable UUID session, Consumer<Bell> atEnd) {
        this.session = session;
        this.atEnd = atEnd;
        emitter.onCompletion(this::ended);
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> ended());
    }

    SseEmitter emitter() {
        return emitter;
    }

    Optional<UUID> session() {
        return Optional.ofNullable(session);
    }

    void follow(Desk desk) {
        subscription = desk.follow(this::ring);
        send(SseEmitter.event().comment("open"));
    }

    void keepOpen() {
        send(SseEmitter.event().comment("still here"));
    }

    void close() {
        emitter.complete();
    }

    private void ring(Optional<String> conversation) {
        send(conversation
                .map(id -> event("conversation", Map.of("conversation", id)))
                .orElseGet(() -> event("queue", Map.of())));
    }

    private static SseEmitter.SseEventBuilder event(String name, Map<String, String> data) {
        return SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON);
    }

    private void send(SseEmitter.SseEventBuilder event) {
        try {
            thread.execute(() -> deliver(event));
        } catch (RejectedExecutionException e) {
            // It ended a moment ago; nobody is there to hear it.
            atEnd.accept(this);
        }
    }

    private void deliver(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            ended();
        }
    }

    private void ended() {
        atEnd.accept(this);
        if (subscription != null) {
            subscription.close();
        }
        thread.shutdown();
    }
}
