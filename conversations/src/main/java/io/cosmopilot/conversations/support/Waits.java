package io.cosmopilot.conversations.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Desk.Mode;

/** Who waits for an agent, since when, and how often that was raised. */
@Component
class Waits {

    /**
     * Since when the person waits: for anybody since they asked, for the agent who has them since the first words that
     * were not answered.
     */
    static final String SINCE = """
            CASE c.mode WHEN 'WAITING' THEN c.since WHEN 'AGENT' THEN (
                SELECT greatest(c.since, min(p.at)) FROM conversations.transcript p
                 WHERE p.conversation = c.id AND p.author = 'PERSON' AND p.seq > (
                       SELECT coalesce(max(a.seq), 0) FROM conversations.transcript a
                        WHERE a.conversation = c.id AND a.author = 'AGENT')
                HAVING count(*) > 0) END""";

    private static final String WAITS = """
            SELECT w.id, w.waits, CASE WHEN h.since = w.waits THEN h.raised ELSE 0 END AS raised
              FROM (SELECT c.id, c.mode, %s AS waits FROM conversations.conversation c WHERE c.mode <> 'BOT') w
              LEFT JOIN conversations.help h ON h.conversation = w.id
            """.formatted(SINCE);

    private final JdbcClient jdbc;

    Waits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that have lasted since before a moment and were raised less often, longest first. */
    List<Wait> since(Instant before, Mode mode, int raised) {
        return jdbc.sql(WAITS + """
                         WHERE w.mode = :mode AND w.waits <= :before
                           AND (h.since IS DISTINCT FROM w.waits OR h.raised < :raised)
                         ORDER BY w.waits""")
                .param("mode", mode.name())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("raised", raised)
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Wait> of(UUID conversation) {
        return jdbc.sql(WAITS + " WHERE w.id = :id AND w.waits IS NOT NULL")
                .param("id", conversation)
                .query((row, n) -> read(row))
                .optional();
    }

    void raised(Wait wait, int times) {
        jdbc.sql("""
                        INSERT INTO conversations.help (conversation, since, raised) VALUES (:id, :since, :times)
                        ON CONFLICT (conversation) DO UPDATE SET since = excluded.since, raised = excluded.raised""")
                .param("id", wait.conversation())
                .param("since", wait.since().atOffset(ZoneOffset.UTC))
                .param("times", times)
                .update();
    }

    /** Whose turn it is: the first in the queue is number one. */
    int place(Wait wait) {
        return jdbc.sql("SELECT count(*) FROM conversations.conversation WHERE mode = 'WAITING' AND since < :since")
                        .param("since", wait.since().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                + 1;
    }

    private static Wait read(ResultSet row) throws SQLException {
        return new Wait(
                row.getObject("id", UUID.class),
                row.getObject("waits", OffsetDateTime.class).toInstant(),
                row.getInt("raised"));
    }

    /** @param raised how often the agents were called again because of it */
    record Wait(UUID conversation, Instant since, int raised) {}
}
