package io.cosmopilot.conversations.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.cosmopilot.conversations.People.SlowDown;
import io.cosmopilot.conversations.people.Subject.Failures;

/**
 * Slows down guessing, on all replicas together. An attempt counts as a failure before the password is looked at, so
 * that a hundred at the same moment are a hundred; whose replica dies before it knew better is forgiven like a failure.
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
    Attempt attempt(Subject name, Subject address) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions.execute(status -> {
            // Always in this order, or two attempts could wait for each other.
            Failures fromThere = failures(address, now);
            Failures byName = failures(name, now);
            Duration wait = longer(address.wait(fromThere, now), name.wait(byName, now));
            if (!wait.isZero()) {
                throw new SlowDown(wait);
            }
            store(address, address.failed(fromThere, now));
            store(name, name.failed(byName, now));
            return new Attempt(name, address, now, fromThere);
        });
    }

    /** It was the right password: the name begins anew, and for its address it is as if there had been no attempt. */
    void succeeded(Attempt attempt) {
        jdbc.sql("DELETE FROM conversations.sign_in_failure WHERE subject = :name")
                .param("name", attempt.name().key())
                .update();
        jdbc.sql("""
                        UPDATE conversations.sign_in_failure
                        SET forgiven_at = forgiven_at - make_interval(secs => :forgiven),
                            failed_at = CASE WHEN failed_at = :at THEN :before ELSE failed_at END
                        WHERE subject = :address""")
                .param("address", attempt.address().key())
                .param("forgiven", attempt.address().forgiven().toSeconds())
                .param("at", Timestamp.from(attempt.at()))
                .param("before", Timestamp.from(attempt.before().latest()))
                .update();
        forget();
    }

    /** Rows that say nothing any more, without waiting for those who are just looking at one. */
    private void forget() {
        jdbc.sql("""
                        DELETE FROM conversations.sign_in_failure WHERE subject IN (
                            SELECT subject FROM conversations.sign_in_failure
                            WHERE forgiven_at <= :now LIMIT 100 FOR UPDATE SKIP LOCKED)""").param("now", Timestamp.from(clock.instant())).update();
    }

    /** What is known; nobody else looks until the transaction ends. */
    private Failures failures(Subject subject, Instant now) {
        return jdbc.sql("""
                        INSERT INTO conversations.sign_in_failure AS known (subject, failed_at, forgiven_at)
                        VALUES (:subject, :now, :now)
                        ON CONFLICT (subject) DO UPDATE SET failed_at = known.failed_at
                        RETURNING failed_at, forgiven_at""")
                .param("subject", subject.key())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Failures(
                        row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
                .single();
    }

    private void store(Subject subject, Failures failures) {
        jdbc.sql("""
                        UPDATE conversations.sign_in_failure SET failed_at = :latest, forgiven_at = :forgiven
                        WHERE subject = :subject""")
                .param("subject", subject.key())
                .param("latest", Timestamp.from(failures.latest()))
                .param("forgiven", Timestamp.from(failures.forgiven()))
                .update();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /**
     * One that counts as failed until it is known better.
     *
     * @param before what was known of the address before
     */
    record Attempt(Subject name, Subject address, Instant at, Failures before) {}
}
