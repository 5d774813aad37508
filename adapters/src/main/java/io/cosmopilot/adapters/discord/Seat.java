package io.cosmopilot.adapters.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import io.cosmopilot.adapters.leases.Leases;

/** The seat at the gateway: one replica has it at a time, and is connected for as long as it has it. */
final class Seat {

    private static final Logger log = LoggerFactory.getLogger(Seat.class);
    private static final String LEASE = "discord";
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

    private static final Set<JDA.Status> LOST = EnumSet.of(
            JDA.Status.DISCONNECTED,
            JDA.Status.RECONNECT_QUEUED,
            JDA.Status.WAITING_TO_RECONNECT,
            JDA.Status.ATTEMPTING_TO_RECONNECT);

    private final Leases leases;
    private final Duration lasts;
    private final Clock clock;
    private final Connecting connecting;
    private final String holder = UUID.randomUUID().toString();

    private volatile @Nullable JDA jda;
    private volatile @Nullable String trouble;
    private Instant until = Instant.MIN;
    private Instant notBefore = Instant.MIN;

    Seat(Leases leases, Duration lasts, Clock clock, Connecting connecting) {
        this.leases = leases;
        this.lasts = lasts;
        this.clock = clock;
        this.connecting = connecting;
    }

    /** The connection, while people who speak are heard on it. */
    Optional<JDA> connection() {
        return Optional.ofNullable(jda).filter(line -> line.getStatus() == JDA.Status.CONNECTED);
    }

    /** Whether it is this replica’s, connected or not. */
    boolean taken() {
        return jda != null;
    }

    /** Whether it was connected, and is not any more. */
    boolean lost() {
        JDA line = jda;
        return line != null && LOST.contains(line.getStatus());
    }

    /** What is in the way of it; empty when nothing is. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Looks after the seat; to be called several times while a lease lasts. */
    synchronized void tick() {
        if (held()) {
            sit();
        } else {
            leave();
        }
    }

    synchronized void close() {
        leave();
        leases.release(LEASE, holder);
    }

    private boolean held() {
        try {
            Optional<Instant> lease = leases.hold(LEASE, holder, lasts);
            until = lease.orElse(Instant.MIN);
            return lease.isPresent();
        } catch (DataAccessException e) {
            log.warn("the lease of the gateway could not be renewed: {}", e.getMessage());
            return clock.instant().isBefore(until);
        }
    }

    private void sit() {
        JDA line = jda;
        if (line != null && over(line)) {
            trouble = "Discord ended the connection for good; see the log, and the intents and the token of the bot";
            notBefore = clock.instant().plus(AFTER_A_FAILURE);
            jda = null;
        }
        if (jda == null && !clock.instant().isBefore(notBefore)) {
            connect();
        }
    }

    private void connect() {
        try {
            jda = connecting.connect();
            trouble = null;
        } catch (InvalidTokenException e) {
            fail("the token in cosmopilot.discord.token is not accepted by Discord");
        } catch (RuntimeException e) {
            fail("Discord cannot be reached: " + e.getMessage());
        }
    }

    private void fail(String why) {
        log.warn(why);
        trouble = why;
        notBefore = clock.instant().plus(AFTER_A_FAILURE);
    }

    private static boolean over(JDA line) {
        return line.getStatus() == JDA.Status.SHUTDOWN || line.getStatus() == JDA.Status.FAILED_TO_LOGIN;
    }

    private void leave() {
        JDA line = jda;
        jda = null;
        trouble = null;
        if (line != null) {
            line.shutdownNow();
        }
    }

    /** Begins a connection. */
    interface Connecting {
        JDA connect();
    }
}
