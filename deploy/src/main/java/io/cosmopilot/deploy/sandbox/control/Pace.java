package io.cosmopilot.deploy.sandbox.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How long things take in the sandbox: long enough to be watched by people, no time at all in tests. */
public final class Pace {

    private final InstantSource clock;
    private final Duration step;
    private final Map<String, Instant> due = new HashMap<>();

    public Pace(InstantSource clock, Duration step) {
        this.clock = clock;
        this.step = step;
    }

    /** Whether one step has passed since this was first asked. */
    public boolean isDue(String what) {
        return isDue(what, step);
    }

    /** Whether this long has passed since this was first asked; the answer yes is given once. */
    public boolean isDue(String what, Duration delay) {
        Instant now = clock.instant();
        Instant when = due.computeIfAbsent(what, key -> now.plus(delay));
        if (now.isBefore(when)) {
            return false;
        }
        due.remove(what);
        return true;
    }

    /** Asks for another look by then, whatever was asked for before. */
    public void lookAgainIn(String what, Duration delay) {
        due.put(what, clock.instant().plus(delay));
    }

    /** When the next of the things that were asked for is due. */
    public Optional<Instant> next() {
        Instant now = clock.instant();
        // what is due and was not asked for again belongs to something that is gone
        due.values().removeIf(when -> when.isBefore(now.minus(Duration.ofMinutes(1))));
        return due.values().stream().filter(when -> when.isAfter(now)).min(Instant::compareTo);
    }
}
