package io.cosmopilot.adapters.slack.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;

import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Socket Mode: up to ten sockets, of which each event goes to one. */
final class Sockets extends WebSocketServer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 10;

    private final BiConsumer<String, @Nullable JsonNode> acknowledged;
    private volatile boolean listening;
    /** Takes no new socket. */
    private volatile boolean away;

    private int turn;

    /** @param acknowledged is told the envelope, and what came with its acknowledgement */
    Sockets(BiConsumer<String, @Nullable JsonNode> acknowledged) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.acknowledged = acknowledged;
        setReuseAddr(true);
        setDaemon(true);
        start();
        FakeSlack.await(() -> listening, () -> "Socket Mode to listen");
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + getPort() + "/link");
    }

    List<WebSocket> open() {
        return List.copyOf(getConnections()).stream().filter(WebSocket::isOpen).toList();
    }

    /** Sends it on the socket whose turn it is, if there is one. */
    void send(String envelope) {
        List<WebSocket> open = open();
        if (!open.isEmpty()) {
            open.get(turn++ % open.size()).send(envelope);
        }
    }

    void away(boolean now) {
        away = now;
        if (now) {
            open().forEach(WebSocket::close);
        }
    }

    /** Asks all sockets to come back, and closes them. */
    void disconnect() {
        open().forEach(socket -> {
            socket.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
            socket.close();
        });
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        int connections = getConnections().size();
        if (away) {
            socket.close(1013, "try again later");
        } else if (connections > MOST) {
            socket.close(1008, "too_many_websockets");
        } else {
            socket.send("{\"type\":\"hello\",\"num_connections\":" + connections + "}");
        }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        // It comes back, or not.
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        JsonNode frame = JSON.readTree(message);
        JsonNode payload = frame.path("payload");
        acknowledged.accept(frame.path("envelope_id").asString(""), payload.isEmpty() ? null : payload);
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception error) {
        // A client that went away.
    }

    @Override
    public void onStart() {
        listening = true;
    }
}
