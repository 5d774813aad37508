package io.cosmopilot.conversations.outlets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.ChatAdapter;
import io.cosmopilot.conversations.ChatAdapter.Ability;
import io.cosmopilot.conversations.Delivery;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.turns.Turns;

/** Delivers what waits: in order at each address, for as long as it takes. */
@Component
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    /** Longer than any adapter takes for a message; then another replica takes over. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration ROOT_COMES_SOON = Duration.ofSeconds(1);

    private final DeliveryBook book;
    private final Turns turns;
    private final Map<String, ChatAdapter> adapters;
    private final Clock clock;

    Courier(DeliveryBook book, Turns turns, ObjectProvider<ChatAdapter> adapters, Clock clock) {
        this.book = book;
        this.turns = turns;
        this.adapters = adapters.stream().collect(Collectors.toMap(ChatAdapter::channel, Function.identity()));
        this.clock = clock;
    }

    /** Whether there is any channel to deliver to. */
    boolean employed() {
        return !adapters.isEmpty();
    }

    /** An outlet that has something due, for this courier alone. */
    Optional<UUID> claim() {
        List<String> ready = adapters.values().stream()
                .filter(ChatAdapter::ready)
                .map(ChatAdapter::channel)
                .toList();
        return ready.isEmpty() ? Optional.empty() : book.claim(ready, clock.instant(), CLAIM);
    }

    /** Delivers what is due there, until something has to wait, or the claim grows old. */
    void serve(UUID outlet) {
        Instant enough = clock.instant().plus(CLAIM.dividedBy(2));
        try {
            boolean going = true;
            while (going && clock.instant().isBefore(enough)) {
                going = book.begin(outlet, clock.instant())
                        .filter(this::delivered)
                        .isPresent();
            }
        } finally {
            book.release(outlet);
        }
    }

    /** Serves all that have something due. */
    void run() {
        for (Optional<UUID> outlet = claim(); outlet.isPresent(); outlet = claim()) {
            serve(outlet.get());
        }
    }

    private boolean delivered(Waiting what) {
        if (what.threaded() && what.thread() == null) {
            book.postponed(what, clock.instant().plus(ROOT_COMES_SOON), false, "the thread has no beginning yet");
            return false;
        }
        return switch (attempt(what)) {
            case Delivery.Delivered delivered -> {
                book.sent(what, delivered.remote(), clock.instant());
                yield true;
            }
            case Delivery.TryAgain later -> postponed(what, later.after(), false, later.why());
            case Delivery.Unknown unknown -> postponed(what, Duration.ZERO, true, unknown.why());
            case Delivery.Undeliverable dead -> undeliverable(what, dead.because());
        };
    }

    private Delivery attempt(Waiting what) {
        ChatAdapter adapter = adapter(what);
        Optional<Message> message = turns.find(what.conversation(), what.seq());
        if (message.isEmpty()) {
            return Delivery.undeliverable("there is no such message");
        }
        String remote = what.remote();
        if (remote != null && !adapter.abilities().contains(Ability.EDITING)) {
            return Delivery.delivered(remote);
        }
        try {
            return adapter.deliver(what.address(), message.get());
        } catch (RuntimeException e) {
            log.warn("a message for {} could not be delivered", what.channel(), e);
            return Delivery.unknown(e.getClass().getSimpleName());
        }
    }

    private boolean postponed(Waiting what, Duration after, boolean uncertain, String why) {
        Duration pause = after.isZero() ? backOff(what.attempts()) : after;
        log.info("a message for {} waits {}: {}", what.channel(), pause, why);
        book.postponed(what, clock.instant().plus(pause), uncertain, why);
        return false;
    }

    /** The next support channel is tried; a person's place is the only one there is. */
    private boolean undeliverable(Waiting what, String because) {
        log.warn("a message for {} cannot be delivered at {}: {}", what.channel(), what.place(), because);
        Optional<String> next = what.audience() == Audience.AGENTS && !what.threaded() && what.remote() == null
                ? after(what)
                : Optional.empty();
        next.ifPresentOrElse(
                place -> {
                    book.move(what.outlet(), place);
                    book.postponed(what, clock.instant(), false, because);
                },
                () -> book.undeliverable(what, because));
        return true;
    }

    private Optional<String> after(Waiting what) {
        return adapter(what).support().map(ChatAdapter.Support::places).flatMap(places -> {
            int next = places.indexOf(what.place()) + 1;
            return next < places.size() ? Optional.of(places.get(next)) : Optional.empty();
        });
    }

    private ChatAdapter adapter(Waiting what) {
        ChatAdapter adapter = adapters.get(what.channel());
        if (adapter == null) {
            throw new IllegalStateException("nobody delivers to " + what.channel());
        }
        return adapter;
    }

    /** One second, two, four …. */
    static Duration backOff(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 9));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
