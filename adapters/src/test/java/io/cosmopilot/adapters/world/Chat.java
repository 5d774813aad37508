package io.cosmopilot.adapters.world;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the socket that shows every frame as it comes. */
public final class Chat implements WebSocket.Listener {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable WebSocket socket;

    /** Opens a socket; {@code headers} are names and values. */
    public static Chat open(int port, String... headers) {
        Chat chat = new Chat();
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        chat.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/webchat/socket"), chat)
                .join();
        return chat;
    }

    public Chat hello(String token, long cursor) {
        return send("{\"type\":\"hello\",\"token\":\"%s\",\"cursor\":%d,\"locale\":\"en\"}".formatted(token, cursor));
    }

    public Chat say(String id, String words) {
        return send("{\"type\":\"say\",\"id\":\"%s\",\"text\":\"%s\"}".formatted(id, words));
    }

    public Chat send(String frame) {
        Objects.requireNonNull(socket).sendText(frame, true).join();
        return this;
    }

    public void leave() {
        Objects.requireNonNull(socket).abort();
    }

    /** The next frame; fails when none comes. */
    public JsonNode next() {
        try {
            JsonNode frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame came");
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next frame of this type; others are passed over. */
    public JsonNode next(String type) {
        JsonNode frame = next();
        while (!frame.get("type").asString().equals(type)) {
            frame = next();
        }
        return frame;
    }

    public boolean silent() {
        return frames.isEmpty();
    }

    /** The status with which the server closes. */
    public int closing() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            frames.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }
}
