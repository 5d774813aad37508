package io.cosmopilot.conversations.turns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;

/** The conversations in PostgreSQL: one statement to lock and read a turn's conversation, one to write the turn down. */
@Component
class Ledger {

    /** Payload: conversation/version. */
    static final String CHANNEL = "cosmopilot_transcript";

    private static final TypeReference<List<Block>> BLOCKS = new TypeReference<>() {};

    private static final String LOCK = """
            SELECT c.*, i.seq AS repeated, p.display_name,
                   ARRAY(SELECT t.name FROM conversations.template t WHERE t.owner = c.person OR t.shared) AS templates
              FROM conversations.conversation c
              LEFT JOIN conversations.person p ON p.username = c.person
              LEFT JOIN conversations.inbound i ON i.conversation = c.id AND i.event = :event
             WHERE c.id = :id FOR UPDATE OF c""";

    /** inbound's primary key refuses an event that was taken while this turn waited for the lock. */
    private static final String WRITE = """
            WITH taken AS (
              INSERT INTO conversations.inbound (conversation, event, seq, at) VALUES (:id, :event, :seq, :at)),
            said AS (
              INSERT INTO conversations.transcript
                     (conversation, seq, version, author, name, at, flow, step, blocks, approval)
              SELECT :id, r.seq, :version, r.author, r.name, :at, r.flow, r.step, r.blocks, r.approval
                FROM jsonb_to_recordset(:rows::jsonb)
                  AS r (seq bigint, author text, name text, flow text, step text, blocks jsonb, approval uuid)
              ON CONFLICT (conversation, seq) DO UPDATE
                 SET blocks = excluded.blocks, approval = excluded.approval, version = excluded.version,
                     revision = transcript.revision + 1),
            posted AS (
              INSERT INTO conversations.delivery (outlet, seq, version, due, waiting_since)
              SELECT o.id, r.seq, :version, :at, :at
                FROM conversations.outlet o, jsonb_to_recordset(:rows::jsonb) AS r (seq bigint, author text)
               WHERE o.conversation = :id AND NOT o.closed
                 AND CASE WHEN o.audience = 'PERSON' THEN r.author <> 'PERSON'
                          WHEN o.parent IS NULL THEN true
                          ELSE (:mode <> 'BOT' OR :handed)
                               AND NOT (r.author = 'AGENT' AND starts_with(:event, o.id::text)) END
              ON CONFLICT (outlet, seq) DO UPDATE
                 SET version = excluded.version, due = greatest(delivery.due, excluded.due), undeliverable = false,
                     waiting_since = CASE WHEN delivery.sent = delivery.version THEN excluded.waiting_since
                                          ELSE delivery.waiting_since END
              RETURNING 1)
            UPDATE conversations.conversation
               SET snapshot = :snapshot::jsonb, last_seq = :last, version = :version, mode = :mode, agent = :agent,
                   topic = :topic, locale = :locale, waiting = :waiting, reminded = :reminded, since = CASE WHEN :handed THEN :at ELSE since END
             WHERE id = :id
            RETURNING pg_notify(:channel, id || '/' || version),
                      CASE WHEN :handed THEN pg_notify(:desk, '')
                           WHEN :mode <> 'BOT' THEN pg_notify(:desk, :id::text) END,
                      (SELECT pg_notify(:deliveries, '') FROM posted LIMIT 1)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Ledger(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Makes the conversation unless there is one; its id in both cases. */
    UUID open(String channel, String person, Locale locale, Instant now) {
        return jdbc.sql("""
                        INSERT INTO conversations.conversation (id, channel, person, locale, snapshot, since)
                        VALUES (:id, :channel, :person, :locale, :snapshot::jsonb, :now)
                        ON CONFLICT (channel, person) DO UPDATE SET channel = excluded.channel
                        RETURNING id""")
                .param("id", UUID.randomUUID())
                .param("channel", channel)
                .param("person", person)
                .param("locale", locale.toLanguageTag())
                .param("snapshot", json.writeValueAsString(Snapshot.empty()))
                .param("now", at(now))
                .query(UUID.class)
                .single();
    }

    Optional<Locked> lock(UUID conversation, String event) {
        return jdbc.sql(LOCK)
                .param("id", conversation)
                .param("event", event)
                .query((rs, n) -> new Locked(
                        state(rs, rs.getString("display_name"), templates(rs)), rs.getObject("repeated", Long.class)))
                .optional();
    }

    Optional<State> find(UUID conversation) {
        return jdbc.sql("SELECT * FROM conversations.conversation WHERE id = :id")
                .param("id", conversation)
                .query((rs, n) -> state(rs))
                .optional();
    }

    void write(State before, String event, long seq, Exchange.Outcome outcome, Instant now) {
        Instant waiting = outcome.waiting();
        jdbc.sql(WRITE)
                .param("id", before.id())
                .param("event", event)
                .param("seq", seq)
                .param("at", at(now))
                .param("version", before.version() + 1)
                .param("rows", json.writeValueAsString(outcome.rows()))
                .param("snapshot", json.writeValueAsString(outcome.snapshot()))
                .param("last", outcome.lastSeq())
                .param("mode", outcome.mode().name())
                .param("agent", outcome.agent())
                .param("topic", outcome.topic())
                .param("locale", outcome.locale().toLanguageTag())
                .param("waiting", waiting == null ? null : at(waiting), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reminded", outcome.reminded())
                .param("handed", outcome.handed())
                .param("channel", CHANNEL)
                .param("desk", DeskBell.CHANNEL)
                .param("deliveries", Deliveries.CHANNEL)
                .query((rs, n) -> n)
                .optional();
    }

    List<Message> after(UUID conversation, long seq) {
        return jdbc.sql("SELECT * FROM conversations.transcript WHERE conversation = :id AND seq > :seq ORDER BY seq")
                .param("id", conversation)
                .param("seq", seq)
                .query((rs, n) -> message(rs))
                .list();
    }

    /** What was written after a version, in order, with the version it was written in. */
    List<Versioned> since(UUID conversation, long version) {
        return jdbc.sql("""
                        SELECT * FROM conversations.transcript
                         WHERE conversation = :id AND version > :version ORDER BY version, seq""")
                .param("id", conversation)
                .param("version", version)
                .query((rs, n) -> new Versioned(rs.getLong("version"), message(rs)))
                .list();
    }

    Optional<Message> find(UUID conversation, long seq) {
        return jdbc.sql("SELECT * FROM conversations.transcript WHERE conversation = :id AND seq = :seq")
                .param("id", conversation)
                .param("seq", seq)
                .query((rs, n) -> message(rs))
                .optional();
    }

    /** What was said since the person last spoke, in order. */
    List<Message> lately(UUID conversation) {
        return jdbc.sql("""
                        SELECT * FROM conversations.transcript
                         WHERE conversation = :id AND author <> 'PERSON'
                           AND seq > (SELECT coalesce(max(seq), 0) FROM conversations.transcript
                                       WHERE conversation = :id AND author = 'PERSON')
                         ORDER BY seq""")
                .param("id", conversation)
                .query((rs, n) -> message(rs))
                .list();
    }

    /** The person's other conversations in which a flow is open. */
    List<State> elsewhere(UUID conversation, String person) {
        return jdbc.sql("""
                        SELECT * FROM conversations.conversation
                         WHERE person = :person AND id <> :id AND snapshot -> 'stack' <> '[]'::jsonb ORDER BY id""")
                .param("person", person)
                .param("id", conversation)
                .query((rs, n) -> state(rs))
                .list();
    }

    /** Conversations whose question is open since before; of those, the ones that have waited longest. */
    List<State> waiting(Instant before, boolean reminded, int most) {
        return jdbc.sql("""
                        SELECT * FROM conversations.conversation
                         WHERE waiting < :before AND reminded = :reminded ORDER BY waiting LIMIT :most""")
                .param("before", at(before))
                .param("reminded", reminded)
                .param("most", most)
                .query((rs, n) -> state(rs))
                .list();
    }

    List<Shown> showing(UUID approval) {
        return jdbc.sql("SELECT * FROM conversations.transcript WHERE approval = :id ORDER BY conversation, seq")
                .param("id", approval)
                .query((rs, n) -> new Shown(rs.getObject("conversation", UUID.class), rs.getLong("seq")))
                .list();
    }

    private State state(ResultSet rs) throws SQLException {
        return state(rs, null, List.of());
    }

    private static List<String> templates(ResultSet rs) throws SQLException {
        return List.of((String[]) rs.getArray("templates").getArray());
    }

    private State state(ResultSet rs, @Nullable String displayName, List<String> templates) throws SQLException {
        return new State(
                rs.getObject("id", UUID.class),
                rs.getString("channel"),
                rs.getString("person"),
                Locale.forLanguageTag(rs.getString("locale")),
                json.readValue(rs.getString("snapshot"), Snapshot.class),
                rs.getLong("last_seq"),
                rs.getLong("version"),
                Mode.valueOf(rs.getString("mode")),
                rs.getString("agent"),
                rs.getString("topic"),
                rs.getObject("since", OffsetDateTime.class).toInstant(),
                instant(rs.getObject("waiting", OffsetDateTime.class)),
                rs.getBoolean("reminded"),
                displayName,
                templates);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private Message message(ResultSet rs) throws SQLException {
        return new Message(
                rs.getLong("seq"),
                rs.getInt("revision"),
                Author.valueOf(rs.getString("author")),
                rs.getString("name"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("flow"),
                rs.getString("step"),
                json.readValue(rs.getString("blocks"), BLOCKS));
    }

    private static OffsetDateTime at(Instant now) {
        return now.atOffset(ZoneOffset.UTC);
    }

    /**
     * A conversation whose row is locked.
     *
     * @param repeated the sequence number that the event had the first time, or null when it is new
     */
    record Locked(State state, @Nullable Long repeated) {}

    /** A message and the version of the conversation in which it was last written. */
    record Versioned(long version, Message message) {}
}
