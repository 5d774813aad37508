package io.cosmopilot.bot.chaos;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One web chat socket, as a client holds it: frames out, frames in, and broken at any time. */
final class Wire implements WebSocket.Listener, AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Wakes who waits for a frame that does not come any more. */
    private static final JsonNode END = JSON.createObjectNode().put("type", "end");

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile boolean broken;
    private @Nullable WebSocket socket;

    private Wire() {}

    static Wire open(int port) throws Exception {
        Wire wire = new Wire();
        wire.socket = HTTP.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .header("Origin", "http://127.0.0.1:" + port)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/webchat/socket"), wire)
                .get(10, TimeUnit.SECONDS);
        return wire;
    }

    void send(Object frame) throws Exception {
        WebSocket open = socket;
        if (open != null) {
            open.sendText(JSON.writeValueAsString(frame), true).get(10, TimeUnit.SECONDS);
        }
    }

    /** The next frame, or null when none came in time or the socket is broken. */
    @Nullable
    JsonNode next(Duration patience) throws InterruptedException {
        JsonNode frame = frames.poll(broken ? 0 : patience.toMillis(), TimeUnit.MILLISECONDS);
        return END.equals(frame) ? null : frame;
    }

    boolean isBroken() {
        return broken && frames.isEmpty();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(JSON.readTree(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end();
    }

    private void end() {
        broken = true;
        frames.add(END);
    }

    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }
}
