package io.cosmopilot.conversations.turns;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what turns on all replicas notify, on one connection that is held for it. After a lost connection everybody is
 * told that something may have been missed.
 */
@Component
public class Notifications implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Notifications.class);

    /** How long stopping may have to wait. */
    private static final int POLL_MILLIS = 100;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Map<String, List<Consumer<@Nullable String>>> listeners = new ConcurrentHashMap<>();
    private final ExecutorService dispatch = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable Thread listening;

    Notifications(DataSource dataSource, Followers followers) {
        this.dataSource = dataSource;
        on(Ledger.CHANNEL, written -> {
            if (written == null) {
                followers.missed();
            } else {
                int end = written.indexOf('/');
                followers.written(
                        UUID.fromString(written.substring(0, end)), Long.parseLong(written.substring(end + 1)));
            }
        });
    }

    /**
     * Hears a channel. Before {@link #start} only.
     *
     * @param listener of each payload, and of null when something may have been missed
     */
    public void on(String channel, Consumer<@Nullable String> listener) {
        listeners.computeIfAbsent(channel, key -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("notifications").unstarted(this::listen);
        listening = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = listening;
        listening = null;
        if (thread != null) {
            join(thread);
        }
    }

    /** An interrupt would break the connection that it reads from; it looks up by itself soon. */
    private static void join(Thread thread) {
        try {
            thread.join(PAUSE.multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }

    private void listen() {
        while (isRunning()) {
            try (Connection connection = dataSource.getConnection()) {
                hear(connection);
            } catch (SQLException e) {
                if (isRunning()) {
                    log.warn("notifications are interrupted: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String channel : listeners.keySet()) {
                statement.execute("LISTEN " + channel);
            }
        }
        listeners.keySet().forEach(channel -> tell(channel, null));
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            PGNotification[] heard = postgres.getNotifications(POLL_MILLIS);
            for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                tell(notification.getName(), notification.getParameter());
            }
        }
    }

    private void tell(String channel, @Nullable String payload) {
        for (Consumer<@Nullable String> listener : listeners.getOrDefault(channel, List.of())) {
            dispatch.execute(() -> {
                try {
                    listener.accept(payload);
                } catch (RuntimeException e) {
                    log.warn("a listener of {} failed on {}", channel, payload, e);
                }
            });
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
