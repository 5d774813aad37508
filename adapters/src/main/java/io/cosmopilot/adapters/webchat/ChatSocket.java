package io.cosmopilot.adapters.webchat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

import io.cosmopilot.adapters.access.Sessions;
import io.cosmopilot.adapters.access.SessionsEnded;

/** The sockets of this replica: puts frames together, hands them to their talk, and looks after the time. */
@Component
class ChatSocket extends AbstractWebSocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ChatSocket.class);

    /** Beyond so many times the largest frame nobody is confused any more, but up to something. */
    private static final int PATIENCE = 16;

    private final Exchange exchange;
    private final Sessions sessions;
    private final WebchatProperties limits;
    private final Clock clock;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    ChatSocket(Exchange exchange, Sessions sessions, WebchatProperties limits, Clock clock) {
        this.exchange = exchange;
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    /** Parts, so that a frame that is too large gets an answer rather than a closed socket. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Outbox outbox = new Outbox(session, exchange.frames()).open();
        Talk talk = new Talk(exchange, outbox, Handshake.of(session), clock);
        open.put(
                session.getId(),
                new Open(talk, new Assembly(limits.largestFrame().toBytes())));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage part) throws Exception {
        Open socket = open.get(session.getId());
        if (socket == null) {
            // Closed meanwhile: what the client had on its way is not acknowledged, and comes again.
            return;
        }
        Assembly assembly = socket.assembly();
        assembly.add(part.getPayload(), part.asBytes().length);
        if (assembly.bytes() > PATIENCE * limits.largestFrame().toBytes()) {
            session.close(CloseStatus.TOO_BIG_TO_PROCESS);
        } else if (part.isLast()) {
            take(socket.talk(), assembly);
        }
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        Optional.ofNullable(open.get(session.getId())).map(Open::talk).ifPresent(Talk::pong);
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable exception) {
        LOG.debug("web chat {} broke off", session.getId(), exception);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Optional.ofNullable(open.remove(session.getId())).map(Open::talk).ifPresent(Talk::closed);
    }

    @Scheduled(fixedDelayString = "${cosmopilot.webchat.pulse:1s}")
    void tick() {
        open.values().forEach(socket -> socket.talk().tick(limits));
    }

    /** At once on the replica where somebody signed out; within half a minute on the others. */
    @EventListener(SessionsEnded.class)
    @Scheduled(fixedDelayString = "30s")
    void closeThoseWhoSignedOut() {
        List<Talk> talks = open.values().stream().map(Open::talk).toList();
        Set<UUID> alive = sessions.alive(talks.stream()
                .map(Talk::session)
                .flatMap(Optional::stream)
                .distinct()
                .toList());
        talks.stream()
                .filter(talk -> talk.session().filter(id -> !alive.contains(id)).isPresent())
                .forEach(Talk::signedOut);
    }

    private static void take(Talk talk, Assembly assembly) {
        if (assembly.tooLarge()) {
            talk.tooLarge(assembly.take());
        } else {
            talk.receive(assembly.take());
        }
    }

    private record Open(Talk talk, Assembly assembly) {}

    /** A frame that arrives in parts; what is beyond the limit is counted but not kept. */
    private static final class Assembly {

        private final long limit;
        private final StringBuilder text = new StringBuilder();
        private long bytes;

        Assembly(long limit) {
            this.limit = limit;
        }

        void add(String part, long size) {
            bytes += size;
            if (!tooLarge()) {
                text.append(part);
            }
        }

        long bytes() {
            return bytes;
        }

        boolean tooLarge() {
            return bytes > limit;
        }

        String take() {
            String taken = text.toString();
            text.setLength(0);
            bytes = 0;
            return taken;
        }
    }
}
