package io.cosmopilot.conversations.outlets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.ChatAdapter;
import io.cosmopilot.conversations.Reception;
import io.cosmopilot.conversations.turns.Deliveries;
import io.cosmopilot.conversations.turns.Notifications;
import io.cosmopilot.conversations.turns.Turns;

/** Opens the channels, and sends the courier round whenever something is said, and each second for what had to wait. */
@Component
class Rounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final int AT_ONCE = 8;
    private static final long PATIENCE_MILLIS = 1_000;

    private final Courier courier;
    private final List<ChatAdapter> adapters;
    private final Reception reception;
    private final Turns turns;
    private final Outlets outlets;
    private final Semaphore bell = new Semaphore(0);
    private final Semaphore hands = new Semaphore(AT_ONCE);
    private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable Thread walking;

    Rounds(
            Courier courier,
            ObjectProvider<ChatAdapter> adapters,
            Reception reception,
            Turns turns,
            Outlets outlets,
            Notifications notifications) {
        this.courier = courier;
        this.adapters = adapters.stream().toList();
        this.reception = reception;
        this.turns = turns;
        this.outlets = outlets;
        notifications.on(Deliveries.CHANNEL, payload -> bell.release());
    }

    @Override
    public void start() {
        adapters.forEach(this::open);
        if (courier.employed()) {
            Thread thread = Thread.ofVirtual().name("deliveries").unstarted(this::walk);
            walking = thread;
            thread.start();
        }
    }

    @Override
    public void stop() {
        walking = null;
        bell.release();
    }

    @Override
    public boolean isRunning() {
        return walking != null;
    }

    private void open(ChatAdapter adapter) {
        adapter.support().ifPresent(support -> {
            Locale locale = support.locale();
            UUID conversation = turns.open(adapter.channel(), Deliveries.SUPPORT, locale);
            outlets.open(conversation, adapter.channel(), support.places().getFirst(), Audience.AGENTS, locale);
        });
        adapter.open(reception);
    }

    private void walk() {
        while (isRunning()) {
            try {
                round();
                if (bell.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("deliveries are interrupted: {}", e.getMessage());
                pause();
            }
        }
    }

    private void round() throws InterruptedException {
        boolean found = true;
        while (found) {
            hands.acquire();
            found = sent();
        }
    }

    private boolean sent() {
        Optional<UUID> outlet = Optional.empty();
        try {
            outlet = courier.claim();
            outlet.ifPresent(claimed -> couriers.execute(() -> serve(claimed)));
            return outlet.isPresent();
        } finally {
            if (outlet.isEmpty()) {
                hands.release();
            }
        }
    }

    private void serve(UUID outlet) {
        try {
            courier.serve(outlet);
        } catch (RuntimeException e) {
            log.warn("an outlet could not be served", e);
        } finally {
            hands.release();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
