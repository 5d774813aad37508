package io.cosmopilot.conversations.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.cosmopilot.conversations.People.SlowDown;

/**
 * Slows down guessing, on all replicas together. An attempt counts as a failure before the password is looked at, so
 * that a hundred at the same moment are a hundred.
 */
@Component
class Brake {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Brake(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws SlowDown when one of the two has to wait */
    void attempt(Subject name, Subject address) {
        Instant now = clock.instant();
        Duration wait = transactions.execute(status -> {
            Duration longest = Stream.of(address, name)
                    .map(subject -> wait(subject, now))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            if (longest.isZero()) {
                count(address, now);
                count(name, now);
            }
            return longest;
        });
        if (!wait.isZero()) {
            throw new SlowDown(wait);
        }
    }

    /** It was the right password: the name begins anew, the address gets this attempt back. */
    void succeeded(Subject name, Subject address) {
        jdbc.sql("DELETE FROM conversations.sign_in_failure WHERE subject = :name OR last_at < :old")
                .param("name", name.key())
                .param("old", Timestamp.from(clock.instant().minus(Subject.REMEMBERED)))
                .update();
        jdbc.sql("UPDATE conversations.sign_in_failure SET failures = failures - 1 WHERE subject = :address")
                .param("address", address.key())
                .update();
    }

    private Duration wait(Subject subject, Instant now) {
        jdbc.sql("""
                        INSERT INTO conversations.sign_in_failure (subject, failures, last_at) VALUES (:subject, 0, :now)
                        ON CONFLICT (subject) DO NOTHING""")
                .param("subject", subject.key())
                .param("now", Timestamp.from(now))
                .update();
        return jdbc.sql(
                        "SELECT failures, last_at FROM conversations.sign_in_failure WHERE subject = :subject FOR UPDATE")
                .param("subject", subject.key())
                .query((row, number) ->
                        subject.wait(row.getInt(1), row.getTimestamp(2).toInstant(), now))
                .single();
    }

    private void count(Subject subject, Instant now) {
        jdbc.sql("""
                        UPDATE conversations.sign_in_failure
                        SET failures = CASE WHEN last_at < :old THEN 1 ELSE failures + 1 END, last_at = :now
                        WHERE subject = :subject""")
                .param("subject", subject.key())
                .param("old", Timestamp.from(now.minus(Subject.REMEMBERED)))
                .param("now", Timestamp.from(now))
                .update();
    }
}
