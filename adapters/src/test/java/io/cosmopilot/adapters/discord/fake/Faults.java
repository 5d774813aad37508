package io.cosmopilot.adapters.discord.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** What goes wrong on demand. */
public final class Faults {

    private final Deque<Wire> wires = new ArrayDeque<>();
    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    volatile boolean deafToHeartbeats;
    volatile Duration heartbeat = Duration.ofMillis(41_250);
    volatile boolean closedDirectMessages;
    volatile boolean closedGateway;

    /** The next event is lost on the way: the session has it, the bot does not. */
    public synchronized Faults dropNext() {
        wires.add(new Wire(0, Duration.ZERO));
        return this;
    }

    /** The next event comes twice. */
    public synchronized Faults duplicateNext() {
        wires.add(new Wire(2, Duration.ZERO));
        return this;
    }

    /** The next event comes late, and those after it wait for it. */
    public synchronized Faults delayNext(Duration by) {
        wires.add(new Wire(1, by));
        return this;
    }

    /** The next {@code times} calls to a route (a pattern for {@code POST /channels/1/messages}) are answered by 429. */
    public Faults rateLimit(String route, int times, int retryAfterSeconds) {
        refusals.add(new Refusal(Pattern.compile(route), times, 429, 0, retryAfterSeconds, false));
        return this;
    }

    /** The next calls to a route fail with a status and Discord's code. */
    public Faults refuse(String route, int times, int status, int code) {
        refusals.add(new Refusal(Pattern.compile(route), times, status, code, 0, false));
        return this;
    }

    /** The next calls to a route are done, but the answer is lost. */
    public Faults loseAnswer(String route, int times) {
        refusals.add(new Refusal(Pattern.compile(route), times, 0, 0, 0, true));
        return this;
    }

    /** Heartbeats are not answered any more. */
    public Faults deafToHeartbeats(boolean deaf) {
        deafToHeartbeats = deaf;
        return this;
    }

    /** How often whoever connects from now on is asked for a sign of life. */
    public Faults heartbeat(Duration often) {
        heartbeat = often;
        return this;
    }

    /** Nobody takes direct messages from the bot. */
    public Faults closeDirectMessages(boolean closed) {
        closedDirectMessages = closed;
        return this;
    }

    /** Whoever connects to the gateway is sent away. */
    public Faults closeGateway(boolean closed) {
        closedGateway = closed;
        return this;
    }

    synchronized Wire next() {
        Wire wire = wires.poll();
        return wire == null ? Wire.SOUND : wire;
    }

    Optional<Refusal> of(String call) {
        for (Refusal refusal : refusals) {
            if (refusal.route.matcher(call).find() && refusal.spend()) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /** How an event goes over the wire. */
    record Wire(int times, Duration delay) {
        static final Wire SOUND = new Wire(1, Duration.ZERO);
    }

    /** How a call is refused. */
    static final class Refusal {
        private final Pattern route;
        private int left;
        final int status;
        final int code;
        final int retryAfterSeconds;
        final boolean afterwards;

        private Refusal(Pattern route, int times, int status, int code, int retryAfterSeconds, boolean afterwards) {
            this.route = route;
            this.left = times;
            this.status = status;
            this.code = code;
            this.retryAfterSeconds = retryAfterSeconds;
            this.afterwards = afterwards;
        }

        private synchronized boolean spend() {
            return left-- > 0;
        }
    }
}
