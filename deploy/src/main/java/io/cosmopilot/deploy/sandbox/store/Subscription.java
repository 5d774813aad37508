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

    /** A change, or the last word. */
    private record Word(Optional<Change> change) {}

    private final Kind kind;
    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
    private final Consumer<Subscription> cancel;
    private volatile boolean ended;

    Subscription(Kind kind, Collection<Change> missed, Consumer<Subscription> cancel) {
        this.kind = kind;
        this.cancel = cancel;
        missed.forEach(change -> words.add(new Word(Optional.of(change))));
    }

    void offer(Change change) {
        if (change.key().kind().equals(kind)) {
            words.add(new Word(Optional.of(change)));
        }
    }

    /** The next change, or nothing when none came in time. */
    public Optional<Change> next(Duration patience) throws InterruptedException {
        @Nullable Word word = words.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return Optional.ofNullable(word).flatMap(Word::change);
    }

    /** Whether the store has said its last word to this reader. */
    public boolean isEnded() {
        return ended && words.isEmpty();
    }

    void end() {
        ended = true;
        words.add(new Word(Optional.empty()));
    }

    @Override
    public void close() {
        cancel.accept(this);
    }
}
