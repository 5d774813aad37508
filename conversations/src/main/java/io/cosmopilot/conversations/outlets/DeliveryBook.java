package io.cosmopilot.conversations.outlets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Address.Audience;

/** The deliveries in PostgreSQL. Turns write them down; replicas claim outlets, so that each is in one hand. */
@Component
class DeliveryBook {

    private static final String PENDING = "d.sent IS DISTINCT FROM d.version AND NOT d.undeliverable";

    /** Only what waits longest in an outlet counts: nothing overtakes it. */
    private static final String CLAIM = """
            UPDATE conversations.outlet SET claimed_until = :until WHERE id = (
              SELECT o.id FROM conversations.outlet o
                JOIN LATERAL (
                  SELECT d.due FROM conversations.delivery d WHERE d.outlet = o.id AND %s
                   ORDER BY d.version, d.seq LIMIT 1) head ON head.due <= :now
               WHERE o.id IN (SELECT d.outlet FROM conversations.delivery d WHERE %s AND d.due <= :now)
                 AND o.channel = ANY (:channels) AND (o.claimed_until IS NULL OR o.claimed_until <= :now)
               ORDER BY head.due LIMIT 1
                 FOR UPDATE OF o SKIP LOCKED)
            RETURNING id""".formatted(PENDING, PENDING);

    private static final String HEAD = """
            SELECT d.outlet, d.seq, d.version, d.attempts, d.uncertain, d.remote, o.conversation, o.channel,
                   o.audience, o.locale, coalesce(p.place, o.place) AS place, o.parent IS NOT NULL AS threaded,
                   root.remote AS thread, c.locale AS spoken
              FROM conversations.delivery d
              JOIN conversations.outlet o ON o.id = d.outlet
              JOIN conversations.conversation c ON c.id = o.conversation
              LEFT JOIN conversations.outlet p ON p.id = o.parent
              LEFT JOIN conversations.delivery root ON root.outlet = o.parent AND root.seq = o.parent_seq
             WHERE d.outlet = :outlet AND %s
             ORDER BY d.version, d.seq LIMIT 1""".formatted(PENDING);

    private final JdbcClient jdbc;

    DeliveryBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An outlet that has something due; it is nobody else's until then. */
    Optional<UUID> claim(Collection<String> channels, Instant now, Duration howLong) {
        return jdbc.sql(CLAIM)
                .param("channels", channels.toArray(String[]::new))
                .param("now", at(now))
                .param("until", at(now.plus(howLong)))
                .query(UUID.class)
                .optional();
    }

    /** What is to be delivered next there, when it is due; an attempt at it begins. */
    Optional<Waiting> begin(UUID outlet, Instant now) {
        return jdbc.sql(HEAD)
                .param("outlet", outlet)
                .query((row, n) -> waiting(row))
                .optional()
                .filter(head -> begun(head, now));
    }

    private boolean begun(Waiting head, Instant now) {
        return jdbc.sql("""
                        UPDATE conversations.delivery SET attempts = attempts + 1, uncertain = true
                         WHERE outlet = :outlet AND seq = :seq AND due <= :now""")
                        .param("outlet", head.outlet())
                        .param("seq", head.seq())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    void sent(Waiting what, String remote, Instant now) {
        jdbc.sql("""
                        UPDATE conversations.delivery
                           SET sent = :version, remote = :remote, attempts = 0, uncertain = false, trouble = NULL,
                               due = :next
                         WHERE outlet = :outlet AND seq = :seq""")
                .param("outlet", what.outlet())
                .param("seq", what.seq())
                .param("version", what.version())
                .param("remote", remote)
                // A message that is revised often is edited once a second: channels count the edits.
                .param("next", at(now.plusSeconds(1)))
                .update();
    }

    void postponed(Waiting what, Instant due, boolean uncertain, String trouble) {
        jdbc.sql("""
                        UPDATE conversations.delivery SET due = :due, uncertain = :uncertain, trouble = :trouble
                         WHERE outlet = :outlet AND seq = :seq""")
                .param("outlet", what.outlet())
                .param("seq", what.seq())
                .param("due", at(due))
                .param("uncertain", uncertain)
                .param("trouble", trouble)
                .update();
    }

    void undeliverable(Waiting what, String trouble) {
        jdbc.sql("""
                        UPDATE conversations.delivery SET undeliverable = true, trouble = :trouble
                         WHERE outlet = :outlet AND seq = :seq""")
                .param("outlet", what.outlet())
                .param("seq", what.seq())
                .param("trouble", trouble)
                .update();
    }

    /** From now on the outlet is elsewhere; what was written at the old place cannot be edited from the new one. */
    void move(UUID outlet, String place) {
        jdbc.sql("UPDATE conversations.outlet SET place = :place WHERE id = :outlet")
                .param("outlet", outlet)
                .param("place", place)
                .update();
    }

    void release(UUID outlet) {
        jdbc.sql("UPDATE conversations.outlet SET claimed_until = NULL WHERE id = :outlet")
                .param("outlet", outlet)
                .update();
    }

    /** How many wait since before then, and what is the matter with one of them. */
    Stuck stuck(Instant before) {
        return jdbc.sql("""
                        SELECT count(*) AS count, min(d.trouble) AS trouble FROM conversations.delivery d
                         WHERE d.waiting_since < :before AND %s""".formatted(PENDING))
                .param("before", at(before))
                .query((row, n) -> new Stuck(row.getLong("count"), row.getString("trouble")))
                .single();
    }

    long pending() {
        return count(PENDING);
    }

    long givenUp() {
        return count("d.undeliverable");
    }

    private long count(String which) {
        return jdbc.sql("SELECT count(*) FROM conversations.delivery d WHERE " + which)
                .query(Long.class)
                .single();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        Audience audience = Audience.valueOf(row.getString("audience"));
        return new Waiting(
                row.getObject("outlet", UUID.class),
                row.getObject("conversation", UUID.class),
                row.getString("channel"),
                row.getString("place"),
                audience,
                Locale.forLanguageTag(row.getString(audience == Audience.PERSON ? "spoken" : "locale")),
                row.getLong("seq"),
                row.getLong("version"),
                row.getInt("attempts"),
                row.getBoolean("uncertain"),
                row.getBoolean("threaded"),
                row.getString("thread"),
                row.getString("remote"));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** Deliveries that wait for too long. */
    record Stuck(long count, @Nullable String trouble) {}
}
