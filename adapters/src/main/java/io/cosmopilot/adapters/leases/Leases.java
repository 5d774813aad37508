package io.cosmopilot.adapters.leases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leases in PostgreSQL: each has at most one holder, and falls to whoever asks first when its holder does not renew it.
 * Clocks that differ can make two holders for as long as they differ; what is held has to survive that.
 */
@Component
public class Leases {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Leases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the lease when it is free, or renews it; until when it is held, or empty when somebody else holds it. */
    public Optional<Instant> hold(String name, String holder, Duration lasts) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        INSERT INTO adapters.lease AS held (name, holder, until) VALUES (:name, :holder, :until)
                        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
                         WHERE held.holder = excluded.holder OR held.until <= :now
                        RETURNING until""")
                .param("name", name)
                .param("holder", holder)
                .param("until", now.plus(lasts).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> now.plus(lasts))
                .optional();
    }

    /** The next one does not have to wait. */
    public void release(String name, String holder) {
        jdbc.sql("DELETE FROM adapters.lease WHERE name = :name AND holder = :holder")
                .param("name", name)
                .param("holder", holder)
                .update();
    }
}
