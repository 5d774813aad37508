package io.cosmopilot.adapters.discord.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;

import org.jspecify.annotations.Nullable;

/** A socket of the gateway. */
final class Line extends Endpoint {

    private final Gateway gateway;
    private @Nullable Session session;

    Line(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        opened.setMaxTextMessageBufferSize(1 << 20);
        opened.addMessageHandler(String.class, text -> gateway.read(this, text));
        gateway.opened(this);
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        gateway.closed(this);
    }

    @Override
    public void onError(Session broken, Throwable error) {
        gateway.closed(this);
    }

    synchronized void send(String frame) {
        Session open = Objects.requireNonNull(session);
        try {
            if (open.isOpen()) {
                open.getBasicRemote().sendText(frame);
            }
        } catch (IOException e) {
            gateway.closed(this);
        }
    }

    void close(int code, String reason) {
        try {
            Objects.requireNonNull(session).close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without Discord's saying why. */
    void abort() {
        close(CloseReason.CloseCodes.GOING_AWAY.getCode(), "");
    }
}
