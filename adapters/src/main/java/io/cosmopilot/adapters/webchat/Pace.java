package io.cosmopilot.adapters.webchat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * How fast one client may send: a burst at once, then a steady pace. Who is faster is read later, never refused, so
 * that a queue that was filled offline arrives whole.
 */
final class Pace {

    private static final int BURST = 100;
    private static final long STEP = Duration.ofMillis(20).toNanos();

    private final LongSupplier nanos;
    private long nextFree;

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.nextFree = nanos.getAsLong() - BURST * STEP;
    }

    void keep() {
        long wait = delay();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
    }

    /** How many nanoseconds this frame has to wait. */
    long delay() {
        long now = nanos.getAsLong();
        nextFree = Math.max(nextFree, now - BURST * STEP) + STEP;
        return Math.max(0, nextFree - now);
    }
}
