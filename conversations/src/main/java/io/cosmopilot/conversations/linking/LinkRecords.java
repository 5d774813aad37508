package io.cosmopilot.conversations.linking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Links.Linked;

/** Links and the invitations to them, in PostgreSQL. */
@Component
class LinkRecords {

    private static final String OFFERED =
            "SELECT * FROM conversations.link_offer WHERE secret = :secret AND expires_at > :now";

    private final JdbcClient jdbc;

    LinkRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> owner(String channel, String account) {
        return jdbc.sql("SELECT person FROM conversations.link WHERE channel = :channel AND account = :account")
                .param("channel", channel)
                .param("account", account)
                .query(String.class)
                .optional();
    }

    /** Of several invitations of an account only the latest counts. */
    void offer(Account account, Secret secret, Instant now, Instant end) {
        jdbc.sql("""
                        WITH old AS (
                          DELETE FROM conversations.link_offer
                           WHERE expires_at <= :now OR (channel = :channel AND account = :account))
                        INSERT INTO conversations.link_offer (secret, channel, account, name, place, expires_at)
                        VALUES (:secret, :channel, :account, :name, :place, :end)""")
                .param("secret", secret.hash())
                .param("channel", account.channel())
                .param("account", account.id())
                .param("name", account.name())
                .param("place", account.place())
                .param("now", at(now))
                .param("end", at(end))
                .update();
    }

    Optional<Account> offered(Secret secret, Instant now) {
        return jdbc.sql(OFFERED)
                .param("secret", secret.hash())
                .param("now", at(now))
                .query((row, n) -> account(row))
                .optional();
    }

    /** The invitation is used up; empty when somebody was faster. */
    Optional<Account> taken(Secret secret, Instant now) {
        return jdbc.sql("""
                        DELETE FROM conversations.link_offer WHERE secret = :secret AND expires_at > :now
                        RETURNING *""")
                .param("secret", secret.hash())
                .param("now", at(now))
                .query((row, n) -> account(row))
                .optional();
    }

    void link(Account account, String person, Instant now) {
        unlink(person, account.channel());
        jdbc.sql("""
                        INSERT INTO conversations.link (channel, account, person, name, place, linked_at)
                        VALUES (:channel, :account, :person, :name, :place, :now)
                        ON CONFLICT (channel, account) DO UPDATE
                           SET person = excluded.person, name = excluded.name, place = excluded.place,
                               linked_at = excluded.linked_at""")
                .param("channel", account.channel())
                .param("account", account.id())
                .param("person", person)
                .param("name", account.name())
                .param("place", account.place())
                .param("now", at(now))
                .update();
    }

    Optional<Account> unlink(String person, String channel) {
        return jdbc.sql("""
                        DELETE FROM conversations.link WHERE person = :person AND channel = :channel RETURNING *""")
                .param("person", person)
                .param("channel", channel)
                .query((row, n) -> account(row))
                .optional();
    }

    List<Linked> of(String person) {
        return jdbc.sql("SELECT * FROM conversations.link WHERE person = :person ORDER BY channel")
                .param("person", person)
                .query((row, n) -> new Linked(
                        account(row),
                        row.getObject("linked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("channel"), row.getString("account"), row.getString("name"), row.getString("place"));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
