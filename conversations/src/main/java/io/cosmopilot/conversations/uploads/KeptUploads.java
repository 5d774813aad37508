package io.cosmopilot.conversations.uploads;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Uploads;

/** Uploads as rows. */
@Component
class KeptUploads implements Uploads {

    static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptUploads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Upload keep(String owner, String name, byte[] content) {
        Instant now = clock.instant();
        Upload upload = new Upload(UUID.randomUUID().toString(), plain(name), content.length, sha256(content));
        forgetBefore(now);
        jdbc.sql("""
                        INSERT INTO conversations.upload (id, owner, name, sha256, content, uploaded_at, expires_at)
                        VALUES (:id::uuid, :owner, :name, :sha256, :content, :now, :end)""")
                .param("id", upload.id())
                .param("owner", owner)
                .param("name", upload.name())
                .param("sha256", upload.sha256())
                .param("content", content)
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(KEPT)))
                .update();
        return upload;
    }

    @Override
    public Optional<byte[]> content(String owner, String upload) {
        return id(upload)
                .flatMap(id -> of(owner, id, "content").query(byte[].class).optional());
    }

    @Override
    public Optional<Upload> find(String owner, String upload) {
        return id(upload)
                .flatMap(id -> of(owner, id, "id::text, name, length(content) AS size, sha256")
                        .query(Upload.class)
                        .optional());
    }

    private JdbcClient.StatementSpec of(String owner, UUID id, String columns) {
        return jdbc.sql("SELECT " + columns + " FROM conversations.upload"
                        + " WHERE id = :id AND owner = :owner AND expires_at > :now")
                .param("id", id)
                .param("owner", owner)
                .param("now", Timestamp.from(clock.instant()));
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void forgetBefore(Instant now) {
        jdbc.sql("DELETE FROM conversations.upload WHERE expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return last.isEmpty() ? "file" : last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
