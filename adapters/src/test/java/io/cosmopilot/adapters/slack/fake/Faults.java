package io.cosmopilot.adapters.slack.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong on demand. */
public final class Faults {

    private final Map<String, Deque<Refusal>> refusals = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Deque<Duration> delays = new ArrayDeque<>();
    private final AtomicInteger drops = new AtomicInteger();
    private final AtomicInteger doubles = new AtomicInteger();
    private final AtomicInteger lostAcks = new AtomicInteger();

    /** The next events get lost on their way. */
    public void drop(int next) {
        drops.set(next);
    }

    /** The next events arrive twice. */
    public void duplicate(int next) {
        doubles.set(next);
    }

    /** The next event arrives only when this time has passed. */
    public synchronized void delay(Duration by) {
        delays.add(by);
    }

    /** The next acknowledgements get lost on their way. */
    public void loseAcks(int next) {
        lostAcks.set(next);
    }

    /** The next call of the method is answered by 429. */
    public void limit(String method, int retryAfter) {
        add(method, new Refusal(429, retryAfter, false, "ratelimited"));
    }

    /** The next call of the method for a place, as the call names it, is answered by 429: Slack limits posts place by place. */
    public void limit(String method, String channel, int retryAfter) {
        limit(method + " " + channel, retryAfter);
    }

    /** The next call of the method does what it should, but the answer gets lost. */
    public void loseAnswer(String method) {
        add(method, new Refusal(500, 0, true, ""));
    }

    /** The next call of the method is refused. */
    public void refuse(String method, String error) {
        add(method, new Refusal(200, 0, false, error));
    }

    /** The file begins to come, and its last byte does not until it is let go. */
    public void hold(String name) {
        held.put(name, new CountDownLatch(1));
    }

    public void release(String name) {
        Objects.requireNonNull(held.remove(name)).countDown();
    }

    boolean drops() {
        return taken(drops);
    }

    boolean doubles() {
        return taken(doubles);
    }

    boolean losesAck() {
        return taken(lostAcks);
    }

    synchronized Duration delay() {
        return Objects.requireNonNullElse(delays.poll(), Duration.ZERO);
    }

    Optional<Refusal> of(String method, String channel) {
        return next(method + " " + channel).or(() -> next(method));
    }

    void awaitRelease(String file) throws InterruptedException {
        CountDownLatch latch = held.get(file);
        if (latch != null) {
            latch.await();
        }
    }

    private void add(String call, Refusal refusal) {
        refusals.computeIfAbsent(call, key -> new ArrayDeque<>()).add(refusal);
    }

    private Optional<Refusal> next(String call) {
        return Optional.ofNullable(refusals.get(call)).map(Deque::poll);
    }

    private static boolean taken(AtomicInteger left) {
        return left.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
    }

    /** @param applies whether the call does what it should all the same */
    record Refusal(int status, int retryAfter, boolean applies, String error) {}
}
