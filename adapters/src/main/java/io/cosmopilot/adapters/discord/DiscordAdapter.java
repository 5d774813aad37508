package io.cosmopilot.adapters.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import net.dv8tion.jda.api.JDA;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.ChatAdapter;
import io.cosmopilot.conversations.Delivery;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Reception;

/** Discord, on the replica that has the seat at its gateway. */
final class DiscordAdapter implements ChatAdapter, AutoCloseable {

    static final String CHANNEL = "discord";
    private static final Logger log = LoggerFactory.getLogger(DiscordAdapter.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final DiscordProperties settings;
    private final Seat seat;
    private final Mailman mailman;
    private final Desks desks;
    private final Lanes lanes;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("discord-seat").factory());

    DiscordAdapter(DiscordProperties settings, Seat seat, Mailman mailman, Desks desks, Lanes lanes) {
        this.settings = settings;
        this.seat = seat;
        this.mailman = mailman;
        this.desks = desks;
        this.lanes = lanes;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    @Override
    public Optional<Support> support() {
        return settings.supportChannels().isEmpty()
                ? Optional.empty()
                : Optional.of(new Support(settings.supportChannels(), settings.supportLanguage()));
    }

    @Override
    public boolean ready() {
        return seat.connection().isPresent();
    }

    // The tick lets no exception out.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public void open(Reception reception) {
        desks.open(reception);
        long beat = Math.max(100, settings.leaseLasts().toMillis() / 5);
        pulse.scheduleWithFixedDelay(this::tick, 0, beat, TimeUnit.MILLISECONDS);
    }

    @Override
    public Delivery deliver(Address to, Message message) {
        Optional<JDA> line = seat.connection();
        return line.isPresent()
                ? mailman.deliver(line.get(), to, message)
                : Delivery.tryAgain(SOON, "this replica is not connected to Discord");
    }

    /** For those who look after it. */
    DiscordHealth health() {
        return new DiscordHealth(seat);
    }

    private void tick() {
        try {
            seat.tick();
        } catch (RuntimeException e) {
            log.warn("the seat at Discord’s gateway could not be looked after", e);
        }
    }

    @Override
    public void close() {
        pulse.shutdownNow();
        seat.close();
        lanes.close();
    }
}
