package io.cosmopilot.deploy.sandbox.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.cosmopilot.deploy.sandbox.store.Store;

/** Runs all controllers on one thread: after each change, and when something is due. */
public final class ControlLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ControlLoop.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final Store store;
    private final InstantSource clock;
    private final Pace pace;
    private final List<Controller> controllers;
    private final Semaphore changes = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("sandbox-control").unstarted(this::run);

    private volatile boolean closed;

    public ControlLoop(Store store, InstantSource clock, Pace pace, List<Controller> controllers) {
        this.store = store;
        this.clock = clock;
        this.pace = pace;
        this.controllers = List.copyOf(controllers);
    }

    public void start() {
        store.onChange(changes::release);
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                changes.drainPermits();
                pass();
                rest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest() throws InterruptedException {
        Instant now = clock.instant();
        Duration rest = pace.next().map(due -> Duration.between(now, due)).orElse(LONGEST_REST);
        if (changes.tryAcquire(Math.clamp(rest.toMillis(), 1, LONGEST_REST.toMillis()), TimeUnit.MILLISECONDS)) {
            log.trace("The sandbox's controllers have something to look at");
        }
    }

    /** Lets the controllers work until nothing changes any more, on the caller's thread. */
    public void settle() {
        long before;
        do {
            before = store.version();
            pass();
        } while (store.version() != before);
    }

    private void pass() {
        controllers.forEach(ControlLoop::reconcile);
    }

    private static void reconcile(Controller controller) {
        try {
            controller.reconcile();
        } catch (RuntimeException e) {
            log.error("{} failed; it tries again at the next change", controller, e);
        }
    }

    @Override
    public void close() {
        closed = true;
        changes.release();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
