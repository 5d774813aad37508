package io.cosmopilot.deploy.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords, on all replicas together. A right password never waits: they are too long to be
 * guessed, and nobody shall be able to lock out a build by its name.
 */
@Component
class Patience {

    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int FREE_OF_A_NAME = 5;
    private static final int FREE_OF_AN_ADDRESS = 30;
    private static final int MOST_DOUBLINGS = 6;

    private final JdbcClient jdbc;
    private final Clock clock;

    Patience(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts a wrong password; how long to wait, if that has to be before the next is looked at. */
    Duration wrong(String username, String address) {
        var now = clock.instant();
        var left = Stream.of(
                        left("name:" + username, FREE_OF_A_NAME, now),
                        left("address:" + address, FREE_OF_AN_ADDRESS, now))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (left.isZero()) {
            count("name:" + username, now);
            count("address:" + address, now);
        }
        return left;
    }

    private Duration left(String subject, int free, Instant now) {
        return jdbc.sql("select failures, last_at from deploy.registry_failure where subject = ? and last_at > ?")
                .param(subject)
                .param(Timestamp.from(now.minus(REMEMBERED)))
                .query((row, number) ->
                        left(row.getInt(1) - free, row.getTimestamp(2).toInstant(), now))
                .optional()
                .orElse(Duration.ZERO);
    }

    private static Duration left(int over, Instant last, Instant now) {
        if (over < 0) {
            return Duration.ZERO;
        }
        var pause = Duration.ofSeconds(1L << Math.min(over, MOST_DOUBLINGS));
        var left = Duration.between(now, last.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void count(String subject, Instant now) {
        jdbc.sql("""
                        insert into deploy.registry_failure as known (subject, failures, last_at) values (:subject, 1, :now)
                        on conflict (subject) do update set last_at = :now,
                            failures = case when known.last_at < :old then 1 else known.failures + 1 end
                        """)
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("old", Timestamp.from(now.minus(REMEMBERED)))
                .update();
        jdbc.sql("delete from deploy.registry_failure where last_at < ?")
                .param(Timestamp.from(now.minus(REMEMBERED)))
                .update();
    }
}
