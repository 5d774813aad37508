package io.cosmopilot.conversations.people;

import java.time.Duration;
import java.time.Instant;

/**
 * What failed attempts have in common, and how patient one is with it.
 *
 * @param free failures after which waiting begins; from then on each doubles it
 * @param forgiven how long it takes until one of them counts no more
 * @param longest wait
 */
record Subject(String key, int free, Duration forgiven, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /** Short at its longest: whoever knows a name must not be able to lock its owner out. */
    static Subject name(String username) {
        return new Subject("name:" + username, 5, Duration.ofMinutes(3), Duration.ofMinutes(1));
    }

    /** More patient: a whole company may come from one address, and somebody there mistypes every few minutes. */
    static Subject address(String address) {
        return new Subject("address:" + address, 30, Duration.ofMinutes(1), Duration.ofMinutes(15));
    }

    /** How long the next attempt has to wait. */
    Duration wait(Failures past, Instant now) {
        long failures = unforgiven(past, now);
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(failures - free, MOST_DOUBLINGS));
        Duration left = Duration.between(now, past.latest().plus(pause.compareTo(longest) > 0 ? longest : pause));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** One more. */
    Failures failed(Failures past, Instant now) {
        return new Failures(now, latest(past.forgiven(), now).plus(forgiven));
    }

    private long unforgiven(Failures past, Instant now) {
        long left = Duration.between(now, latest(past.forgiven(), now)).toMillis();
        return Math.ceilDiv(left, forgiven.toMillis());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** When the latest attempt failed, and when all of them will be forgiven. */
    record Failures(Instant latest, Instant forgiven) {}
}
