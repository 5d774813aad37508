package io.cosmopilot.conversations.turns;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.engine.Turn;
import io.cosmopilot.conversations.engine.Words;

/** Takes turns: each event once, each turn whole or not at all. */
@Component
public class Turns {

    private final Ledger ledger;
    private final Followers followers;
    private final MessageSource messages;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TurnMeasures measures;
    private final TransactionTemplate transaction;
    private final TransactionTemplate separately;

    /** Ids never change, so that looking one up again costs nothing. */
    private final Map<Address, UUID> ids = new ConcurrentHashMap<>();

    Turns(
            Ledger ledger,
            Followers followers,
            MessageSource messages,
            Clock clock,
            ApplicationEventPublisher events,
            TurnMeasures measures,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.followers = followers;
        this.messages = messages;
        this.clock = clock;
        this.events = events;
        this.measures = measures;
        this.transaction = new TransactionTemplate(transactions);
        this.separately = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** The person's conversation of the channel; it is made when there is none. */
    public UUID open(String channel, String person, Locale locale) {
        return open(channel, person, () -> locale);
    }

    /**
     * The person's conversation of the channel; it is made when there is none.
     *
     * @param language looked up only when it is not known that there is one
     */
    public UUID open(String channel, String person, Supplier<Locale> language) {
        Address address = new Address(channel, person);
        UUID known = ids.get(address);
        if (known != null) {
            return known;
        }
        Locale locale = language.get();
        UUID id = separately.execute(status -> ledger.open(channel, person, locale, now()));
        ids.put(address, id);
        return id;
    }

    public Optional<State> find(UUID conversation) {
        return ledger.find(conversation);
    }

    public Optional<Message> find(UUID conversation, long seq) {
        return ledger.find(conversation, seq);
    }

    /** What was said since the person last spoke, in order. */
    public List<Message> lately(UUID conversation) {
        return ledger.lately(conversation);
    }

    /** The person's other conversations in which a flow is open. */
    public List<State> elsewhere(State here) {
        return ledger.elsewhere(here.id(), here.person());
    }

    /**
     * Conversations whose question is open since before a moment, longest first.
     *
     * @param reminded whether the person was reminded of it
     */
    public List<State> waiting(Instant before, boolean reminded, int most) {
        return ledger.waiting(before, reminded, most);
    }

    /** The messages that show an approval, by conversation and in order. */
    public List<Shown> showing(UUID approval) {
        return ledger.showing(approval);
    }

    /**
     * Takes a turn, in the caller's transaction if there is one.
     *
     * @param event unique in the conversation; one that was taken before is not taken again
     * @param play what happens in the turn
     * @return the sequence number of the first message of the turn
     * @throws IllegalArgumentException when there is no such conversation
     */
    public long take(UUID conversation, String event, Consumer<Exchange> play) {
        return measures.watch(conversation, event, () -> once(conversation, event, play));
    }

    private long once(UUID conversation, String event, Consumer<Exchange> play) {
        try {
            return inTransaction(conversation, event, play);
        } catch (DuplicateKeyException e) {
            // Taken by somebody else while this turn waited for the lock: its receipt is there now.
            return inTransaction(conversation, event, exchange -> {
                throw e;
            });
        }
    }

    private long inTransaction(UUID conversation, String event, Consumer<Exchange> play) {
        Taken taken = transaction.execute(status -> locked(conversation, event, play));
        Written written = taken.written();
        // Of a turn in the caller's transaction nothing is true yet: all hear of it when that commits.
        if (written != null && !TransactionSynchronizationManager.isActualTransactionActive()) {
            followers.written(written);
        }
        return taken.seq();
    }

    private Taken locked(UUID conversation, String event, Consumer<Exchange> play) {
        Ledger.Locked locked = ledger.lock(conversation, event)
                .orElseThrow(() -> new IllegalArgumentException("no conversation " + conversation));
        Long repeated = locked.repeated();
        return repeated != null ? new Taken(repeated, null) : played(locked.state(), event, play);
    }

    private Taken played(State state, String event, Consumer<Exchange> play) {
        Instant now = now();
        Words words = new Words(messages, state.locale());
        Exchange exchange = new Exchange(state, new Turn(state.id().toString(), state.person(), words, now));
        guarded(() -> play.accept(exchange));
        Exchange.Outcome outcome = exchange.outcome(exchange.words().say("conversations.bot.name"));
        ledger.write(state, event, state.lastSeq() + 1, outcome, now);
        if (outcome.handed()) {
            events.publishEvent(new HandedOver(
                    state.id() + "/" + (state.version() + 1),
                    state.id().toString(),
                    state.person(),
                    outcome.mode(),
                    outcome.topic()));
        }
        guarded(() -> exchange.turn().commands().forEach(Runnable::run));
        return new Taken(state.lastSeq() + 1, Written.by(state, outcome.rows(), now));
    }

    /** A database that is away is the channel's to repeat; everything else is a fault of ours to apologise for. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Failed(e);
        }
    }

    private record Address(String channel, String person) {}

    /**
     * @param seq of the turn's first message
     * @param written null when the turn was taken before
     */
    private record Taken(long seq, @Nullable Written written) {}

    /** A turn failed by a fault of ours; nothing of it is kept. */
    public static final class Failed extends RuntimeException {

        private final String id = UUID.randomUUID().toString().substring(0, 8);

        Failed(RuntimeException cause) {
            super(cause);
        }

        /** To find it in the log. */
        public String id() {
            return id;
        }
    }

    /** PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
