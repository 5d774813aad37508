package io.cosmopilot.conversations.people;

import java.time.Duration;
import java.time.Instant;

/**
 * What failed attempts have in common, and how patient one is with it.
 *
 * @param free failures after which waiting begins; from then on each doubles it
 * @param longest wait
 */
record Subject(String key, int free, Duration longest) {

    /** Failures older than this are forgotten. */
    static final Duration REMEMBERED = Duration.ofMinutes(15);

    private static final int MOST_DOUBLINGS = 20;

    /** Short at its longest: whoever knows a name must not be able to lock its owner out. */
    static Subject name(String username) {
        return new Subject("name:" + username, 5, Duration.ofMinutes(1));
    }

    /** More patient: a whole company may come from one address. */
    static Subject address(String address) {
        return new Subject("address:" + address, 30, Duration.ofMinutes(15));
    }

    Duration wait(int failures, Instant last, Instant now) {
        if (failures < free || last.isBefore(now.minus(REMEMBERED))) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(failures - free, MOST_DOUBLINGS));
        Duration left = Duration.between(now, last.plus(pause.compareTo(longest) > 0 ? longest : pause));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
