package io.cosmopilot.deploy.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.RegistryPasswords;

/**
 * Registry passwords in PostgreSQL. They are made here, of 192 random bits, and nobody chooses one: a plain hash keeps
 * them as well as a slow one would, and a token is answered within milliseconds.
 */
@Component
class Passwords implements RegistryPasswords {

    private static final String PREFIX = "cpr_";
    private static final int BYTES = 24;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Passwords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String make() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void keep(String person, String password) {
        jdbc.sql("insert into deploy.registry_password (id, person, hash, made_at) values (:id, :person, :hash, :now)")
                .param("id", UUID.randomUUID().toString().substring(0, 8))
                .param("person", person)
                .param("hash", hash(password))
                .param("now", now())
                .update();
    }

    @Override
    public List<Kept> of(String person) {
        return jdbc.sql("""
                        select id, made_at, used_at from deploy.registry_password
                         where person = ? and revoked_at is null order by made_at, id
                        """).param(person).query((row, number) -> kept(row)).list();
    }

    @Override
    public boolean revoke(String person, String id) {
        return jdbc.sql("update deploy.registry_password set revoked_at = :now"
                                + " where id = :id and person = :person and revoked_at is null")
                        .param("now", now())
                        .param("id", id)
                        .param("person", person)
                        .update()
                == 1;
    }

    /** Whether it is a password of this person that counts; notes its use, once an hour at most. */
    boolean right(String person, String password) {
        var stale = jdbc.sql("""
                        select id, used_at is null or used_at < :now::timestamptz - interval '1 hour' as stale
                          from deploy.registry_password where person = :person and hash = :hash and revoked_at is null
                        """)
                .param("now", now())
                .param("person", person)
                .param("hash", hash(password))
                .query((row, number) -> new Found(row.getString(1), row.getBoolean(2)))
                .optional();
        stale.filter(Found::stale).ifPresent(found -> used(found.id()));
        return stale.isPresent();
    }

    private void used(String id) {
        jdbc.sql("update deploy.registry_password set used_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var used = row.getTimestamp("used_at");
        return new Kept(
                row.getString("id"), row.getTimestamp("made_at").toInstant(), used == null ? null : used.toInstant());
    }

    private static byte[] hash(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private record Found(String id, boolean stale) {}
}
