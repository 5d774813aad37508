package io.cosmopilot.adapters.webchat;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;

import io.cosmopilot.adapters.access.TokenReading;
import io.cosmopilot.adapters.words.Languages;
import io.cosmopilot.conversations.Conversation;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Speaker;

/** One socket, from the first frame to the last: frames are taken one at a time and in order. */
final class Talk {

    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);

    private final Exchange exchange;
    private final Outbox outbox;
    private final Handshake handshake;
    private final Clock clock;
    private final Instant opened;
    private final Pace pace = new Pace(System::nanoTime);

    private volatile Instant heard;
    private volatile Instant pinged;
    private volatile @Nullable Party party;
    private volatile boolean expired;
    private volatile boolean greeting;

    Talk(Exchange exchange, Outbox outbox, Handshake handshake, Clock clock) {
        this.exchange = exchange;
        this.outbox = outbox;
        this.handshake = handshake;
        this.clock = clock;
        this.opened = clock.instant();
        this.heard = opened;
        this.pinged = opened;
    }

    /** Takes a frame; when it returns, what the frame asks for is done. */
    void receive(String text) {
        pace.keep();
        heard = clock.instant();
        try {
            handle(exchange.frames().read(text));
        } catch (Unreadable unreadable) {
            refuse(unreadable.fault(), unreadable.id());
        }
    }

    /** A frame was larger than is read; only its beginning is here. */
    void tooLarge(String beginning) {
        heard = clock.instant();
        refuse(Fault.TOO_LARGE, Fields.idIn(beginning));
    }

    void pong() {
        heard = clock.instant();
    }

    void closed() {
        endLine();
        outbox.closed();
    }

    /** The browser's session of the token, when there is one. */
    Optional<UUID> session() {
        return Optional.ofNullable(party).map(Party::session);
    }

    /** The session has ended: the token is worth nothing any more. */
    void signedOut() {
        expire();
        outbox.close(CloseStatus.POLICY_VIOLATION.withReason("signed out"));
    }

    /** Looks after what time alone brings about. */
    void tick(WebchatProperties limits) {
        Instant now = clock.instant();
        Party known = party;
        if (known == null && !greeting && now.isAfter(opened.plus(limits.helloWithin()))) {
            refuse(Fault.HELLO_FIRST, null);
            outbox.close(CloseStatus.POLICY_VIOLATION.withReason("no hello"));
        } else if (known != null && now.isAfter(known.until().plus(limits.grace()))) {
            outbox.close(CloseStatus.POLICY_VIOLATION.withReason("token expired"));
        } else if (known != null && !expired && !now.isBefore(known.until())) {
            expire();
        } else if (now.isAfter(heard.plus(limits.heartbeat().multipliedBy(3)))) {
            outbox.close(CloseStatus.SESSION_NOT_RELIABLE);
        } else if (!now.isBefore(pinged.plus(limits.heartbeat()))) {
            pinged = now;
            outbox.send(new PingMessage());
        }
    }

    private void handle(ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Hello hello -> hello(hello);
            case ClientFrame.Refresh refresh -> refresh(refresh);
            case ClientFrame.Turn turn -> turn(turn.incoming());
            case ClientFrame.Typing typing -> greeted();
            case ClientFrame.Read read -> greeted();
        }
    }

    /** However long it takes to greet somebody, it is not their silence. */
    private void hello(ClientFrame.Hello hello) {
        greeting = true;
        try {
            identify(hello);
        } finally {
            greeting = false;
        }
    }

    private void identify(ClientFrame.Hello hello) {
        String token = hello.token() == null ? handshake.token() : hello.token();
        Optional<TokenReading.Valid> valid = valid(
                token == null ? new TokenReading.Foreign() : exchange.tokens().read(token));
        if (valid.isPresent() && !attempt(null, () -> welcome(valid.get(), hello))) {
            // Whoever was not greeted would wait for ever; a client that is closed comes back.
            outbox.close(CloseStatus.SERVICE_OVERLOAD);
        }
    }

    private void welcome(TokenReading.Valid valid, ClientFrame.Hello hello) {
        exchange.people().find(valid.person()).ifPresentOrElse(person -> greet(person, valid, hello), this::stranger);
    }

    private void greet(Person person, TokenReading.Valid valid, ClientFrame.Hello hello) {
        Locale locale = hello.locale() == null ? handshake.locale() : Locale.forLanguageTag(hello.locale());
        Speaker speaker = new Speaker("web", person.username(), Languages.choose(locale));
        endLine();
        Conversation conversation = exchange.inbox().open(speaker);
        outbox.send(ServerFrame.Welcome.to(person, conversation));
        begin(new Party(speaker, conversation, valid, line(conversation, hello.cursor())));
    }

    private void refresh(ClientFrame.Refresh refresh) {
        Party known = party;
        if (known == null) {
            refuse(Fault.HELLO_FIRST, null);
            return;
        }
        valid(exchange.tokens().read(refresh.token())).ifPresent(valid -> {
            if (!valid.person().equals(known.speaker().person())) {
                stranger();
            } else if (expired) {
                attempt(
                        null,
                        () -> begin(known.with(
                                valid, line(known.conversation(), known.line().sent()))));
            } else {
                party = known.with(valid, known.line());
            }
        });
    }

    private void turn(Incoming incoming) {
        Party known = party;
        if (known == null) {
            refuse(Fault.HELLO_FIRST, incoming.id());
        } else if (expired || !clock.instant().isBefore(known.until())) {
            expire();
        } else {
            attempt(
                    incoming.id(),
                    () -> outbox.send(new ServerFrame.Ack(
                            incoming.id(),
                            exchange.inbox().receive(known.speaker(), incoming).seq())));
        }
    }

    /** Nothing that goes wrong ends the conversation: it is told, with an id that is in the log. */
    private boolean attempt(@Nullable String id, Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Inbox.TooLong e) {
            refuse(Fault.TOO_LONG, id, String.valueOf(Inbox.MAX_TEXT));
            return false;
        } catch (RuntimeException e) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("a web chat frame failed [{}]", reference, e);
            refuse(Fault.INTERNAL, id, reference);
            return false;
        }
    }

    private Optional<TokenReading.Valid> valid(TokenReading reading) {
        return switch (reading) {
            case TokenReading.Valid valid -> Optional.of(valid);
            case TokenReading.Expired old -> {
                outbox.send(new ServerFrame.Expired());
                yield Optional.empty();
            }
            case TokenReading.Foreign foreign -> {
                stranger();
                yield Optional.empty();
            }
        };
    }

    private void greeted() {
        if (party == null) {
            refuse(Fault.HELLO_FIRST, null);
        }
    }

    private Line line(Conversation conversation, long cursor) {
        return new Line(exchange.transcripts(), conversation.id(), Math.min(cursor, conversation.cursor()), outbox);
    }

    private void begin(Party newcomer) {
        party = newcomer;
        expired = false;
        newcomer.line().begin();
    }

    /** Says so, and says nothing else any more until there is a new token. */
    private void expire() {
        expired = true;
        endLine();
        outbox.send(new ServerFrame.Expired());
    }

    private void endLine() {
        Party known = party;
        if (known != null) {
            known.line().end();
        }
    }

    /** Told as expired, too: whoever holds this token should fetch another. */
    private void stranger() {
        refuse(Fault.NOT_SIGNED_IN, null);
        outbox.send(new ServerFrame.Expired());
        outbox.close(CloseStatus.POLICY_VIOLATION.withReason("not signed in"));
    }

    private void refuse(Fault fault, @Nullable String id, Object... arguments) {
        Party known = party;
        Locale locale =
                known == null ? handshake.locale() : known.conversation().locale();
        String message = exchange.words().in(Languages.choose(locale)).of(fault.key(), arguments);
        outbox.send(new ServerFrame.Failure(id, fault.code(), message));
    }
}
