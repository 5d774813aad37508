package io.cosmopilot.adapters.webchat.widget;

import java.io.IOException;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;

import org.jspecify.annotations.Nullable;

/** One open socket of the fake server. */
public final class Line extends Endpoint {

    private final FakeServer server;
    private @Nullable Session session;

    Line(FakeServer server) {
        this.server = server;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        opened.addMessageHandler(new Reader());
        server.opened(this);
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        server.closed(this);
    }

    @Override
    public void onError(Session broken, Throwable failure) {
        server.closed(this);
    }

    void send(String frame) {
        try {
            if (session != null && session.isOpen()) {
                session.getBasicRemote().sendText(frame);
            }
        } catch (IOException e) {
            server.closed(this);
        }
    }

    void hangUp() {
        try {
            if (session != null) {
                session.close();
            }
        } catch (IOException e) {
            server.closed(this);
        }
    }

    /** Hands on what comes in; a class, because the container looks for the type of message in its signature. */
    private final class Reader implements MessageHandler.Whole<String> {
        @Override
        public void onMessage(String frame) {
            server.read(Line.this, frame);
        }
    }
}
