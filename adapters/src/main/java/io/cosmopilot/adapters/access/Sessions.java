package io.cosmopilot.adapters.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is signed in: rows in PostgreSQL, so that replicas agree and a restart signs nobody out. Nothing but an id and a
 * name is kept, so there is nothing that an upgrade could fail to read.
 */
@Component
public class Sessions {

    /** Use is noted this often at most, so that reading a page does not write. */
    private static final Duration NOTED = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final AccessProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(JdbcClient jdbc, AccessProperties properties, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** Of these, the ones that have not ended. */
    public Set<UUID> alive(Collection<UUID> sessions) {
        return sessions.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("SELECT id FROM adapters.session WHERE id IN (:ids) AND expires_at > :now")
                        .param("ids", sessions)
                        .param("now", Timestamp.from(clock.instant()))
                        .query(UUID.class)
                        .list());
    }

    Session open(String person, Secret secret) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM adapters.session WHERE expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
        Session session = new Session(UUID.randomUUID(), person);
        jdbc.sql("""
                        INSERT INTO adapters.session (id, secret, person, opened_at, seen_at, expires_at)
                        VALUES (:id, :secret, :person, :now, :now, :end)""")
                .param("id", session.id())
                .param("secret", secret.hash())
                .param("person", person)
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(properties.sessionIdle())))
                .update();
        return session;
    }

    Optional<Session> find(Secret secret) {
        Instant now = clock.instant();
        Optional<Row> row = jdbc.sql("""
                        SELECT id, person, seen_at FROM adapters.session
                        WHERE secret = :secret AND expires_at > :now""")
                .param("secret", secret.hash())
                .param("now", Timestamp.from(now))
                .query(Row.class)
                .optional();
        row.filter(found -> found.seenAt().isBefore(now.minus(NOTED))).ifPresent(found -> note(found, now));
        return row.map(found -> new Session(found.id(), found.person()));
    }

    void close(Session session) {
        jdbc.sql("DELETE FROM adapters.session WHERE id = :id")
                .param("id", session.id())
                .update();
        events.publishEvent(new SessionsEnded());
    }

    /** Ends all sessions of the person but one: what is done after a password was changed. */
    void closeOthers(String person, UUID kept) {
        jdbc.sql("DELETE FROM adapters.session WHERE person = :person AND id <> :kept")
                .param("person", person)
                .param("kept", kept)
                .update();
        events.publishEvent(new SessionsEnded());
    }

    private void note(Row row, Instant now) {
        jdbc.sql("UPDATE adapters.session SET seen_at = :now, expires_at = :end WHERE id = :id")
                .param("id", row.id())
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(properties.sessionIdle())))
                .update();
    }

    private record Row(UUID id, String person, Instant seenAt) {}
}
