package io.cosmopilot.adapters.webchat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Sends to one client, in order, on a thread of its own: nobody who has something to say ever waits for a slow
 * client. One that is too slow is closed; it comes back and goes on from its cursor.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int WAITING = 1_000;

    private final WebSocketSession session;
    private final Frames frames;
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>(WAITING);

    Outbox(WebSocketSession session, Frames frames) {
        this.session = session;
        this.frames = frames;
    }

    /** Begins to send. */
    Outbox open() {
        Thread.ofVirtual().name("webchat-" + session.getId()).start(this::send);
        return this;
    }

    void send(ServerFrame frame) {
        put(new Mail(new TextMessage(frames.write(frame))));
    }

    void send(WebSocketMessage<?> message) {
        put(new Mail(message));
    }

    /** Closes after everything that waits was sent. */
    void close(CloseStatus status) {
        put(new Goodbye(status));
    }

    private void put(Letter letter) {
        if (!letters.offer(letter)) {
            LOG.info("web chat {} is too slow and is closed", session.getId());
            Thread.startVirtualThread(() -> closeNow(CloseStatus.SESSION_NOT_RELIABLE));
        }
    }

    private void send() {
        try {
            while (session.isOpen()) {
                deliver(letters.take());
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("web chat {} is gone", session.getId(), e);
            closeNow(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Letter letter) throws IOException {
        switch (letter) {
            case Mail mail -> session.sendMessage(mail.message());
            case Goodbye goodbye -> session.close(goodbye.status());
        }
    }

    private void closeNow(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException e) {
            LOG.debug("web chat {} is gone", session.getId(), e);
        }
        // Wakes the thread that sends, to see that there is nobody any more.
        letters.clear();
        letters.offer(new Goodbye(status));
    }

    /** Ends the thread of a session that is closed. */
    void closed() {
        letters.clear();
        letters.offer(new Goodbye(CloseStatus.NORMAL));
    }

    private sealed interface Letter {}

    private record Mail(WebSocketMessage<?> message) implements Letter {}

    private record Goodbye(CloseStatus status) implements Letter {}
}
