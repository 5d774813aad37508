package io.cosmopilot.deploy.sandbox.store;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** The changes of one kind from a version on, in order, for one reader. */
public final class Subscription implements AutoCloseable {

    private final Kind kind;
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private final Consumer<Subscription> cancel;

    Subscription(Kind kind, Collection<Change> missed, Consumer<Subscription> cancel) {
        this.kind = kind;
        this.cancel = cancel;
        changes.addAll(missed);
    }

    void offer(Change change) {
        if (change.key().kind().equals(kind)) {
            changes.add(change);
        }
    }

    /** The next change, or nothing when none came in time. */
    public Optional<Change> next(Duration patience) throws InterruptedException {
        @Nullable Change change = changes.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return Optional.ofNullable(change);
    }

    @Override
    public void close() {
        cancel.accept(this);
    }
}
