package io.cosmopilot.conversations.outlets;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Address.Audience;

/** Where each conversation is pushed to. */
@Component
public class Outlets {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outlets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From the next turn on, what is said in the conversation is written to the place. */
    public UUID open(UUID conversation, String channel, String place, Audience audience, Locale locale) {
        return jdbc.sql("""
                        INSERT INTO conversations.outlet (id, conversation, channel, place, audience, locale)
                        VALUES (:id, :conversation, :channel, :place, :audience, :locale)
                        ON CONFLICT (conversation, channel, audience) DO UPDATE
                           SET place = excluded.place, locale = excluded.locale, closed = false
                        RETURNING id""")
                .param("id", UUID.randomUUID())
                .param("conversation", conversation)
                .param("channel", channel)
                .param("place", place)
                .param("audience", audience.name())
                .param("locale", locale.toLanguageTag())
                .query(UUID.class)
                .single();
    }

    /**
     * What is said in the conversation while people help is written below a message of another outlet, beginning with
     * the latest that was said.
     */
    public void thread(UUID conversation, UUID parent, long seq, int latest) {
        UUID id = jdbc.sql("""
                        INSERT INTO conversations.outlet
                               (id, conversation, channel, place, audience, locale, parent, parent_seq)
                        SELECT :id, :conversation, channel, place, audience, locale, id, :seq
                          FROM conversations.outlet WHERE id = :parent
                        ON CONFLICT (conversation, channel, audience) DO UPDATE
                           SET parent_seq = excluded.parent_seq, closed = false
                        RETURNING id""")
                .param("id", UUID.randomUUID())
                .param("conversation", conversation)
                .param("parent", parent)
                .param("seq", seq)
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        INSERT INTO conversations.delivery (outlet, seq, version, due, waiting_since)
                        SELECT :id, seq, version, :now, :now FROM conversations.transcript
                         WHERE conversation = :conversation AND seq > (
                               SELECT last_seq - :latest FROM conversations.conversation WHERE id = :conversation)
                        ON CONFLICT DO NOTHING""")
                .param("id", id)
                .param("conversation", conversation)
                .param("latest", latest)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The outlet for the person is written to no more, and what waits there is dropped. */
    public void close(UUID conversation, String channel) {
        jdbc.sql("""
                        WITH shut AS (
                          UPDATE conversations.outlet SET closed = true
                           WHERE conversation = :conversation AND channel = :channel AND audience = 'PERSON'
                          RETURNING id)
                        UPDATE conversations.delivery SET undeliverable = true
                         WHERE outlet IN (SELECT id FROM shut) AND sent IS DISTINCT FROM version""")
                .param("conversation", conversation)
                .param("channel", channel)
                .update();
    }

    /** The outlets of support channels. */
    public List<Desk> desks() {
        return jdbc.sql("""
                        SELECT id, conversation, channel FROM conversations.outlet
                         WHERE audience = 'AGENTS' AND parent IS NULL AND NOT closed ORDER BY channel""").query(Desk.class).list();
    }

    public Optional<Desk> desk(String channel) {
        return desks().stream().filter(desk -> desk.channel().equals(channel)).findFirst();
    }

    /** The sequence number of the message that is shown as this one. */
    public Optional<Long> shownAs(UUID outlet, String remote) {
        return jdbc.sql("SELECT seq FROM conversations.delivery WHERE outlet = :outlet AND remote = :remote")
                .param("outlet", outlet)
                .param("remote", remote)
                .query(Long.class)
                .optional();
    }

    /** The thread in which a conversation is followed on a channel. */
    public Optional<UUID> threadOf(UUID conversation, String channel) {
        return jdbc.sql("""
                        SELECT id FROM conversations.outlet
                         WHERE conversation = :conversation AND channel = :channel AND parent IS NOT NULL""")
                .param("conversation", conversation)
                .param("channel", channel)
                .query(UUID.class)
                .optional();
    }

    /**
     * The outlet of a support channel.
     *
     * @param conversation in which requests and calls for help are said
     */
    public record Desk(UUID id, UUID conversation, String channel) {}
}
