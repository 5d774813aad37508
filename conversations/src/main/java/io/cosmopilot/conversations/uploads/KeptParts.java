package io.cosmopilot.conversations.uploads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.cosmopilot.conversations.PartialUploads;

/** Parts as rows, until PostgreSQL puts them together. */
@Component
class KeptParts implements PartialUploads {

    private static final int MOST_BEGUN = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptParts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Partial begin(String owner, String name, long size, @Nullable String sha256) {
        Instant now = clock.instant();
        Partial begun = new Partial(UUID.randomUUID().toString(), size, 0, now.plus(KeptUploads.KEPT));
        jdbc.sql("""
                        DELETE FROM conversations.partial_upload WHERE expires_at < :now OR id IN (
                            SELECT id FROM conversations.partial_upload WHERE owner = :owner
                             ORDER BY begun_at DESC, id OFFSET :most)""")
                .param("now", Timestamp.from(now))
                .param("owner", owner)
                .param("most", MOST_BEGUN - 1)
                .update();
        jdbc.sql("""
                        INSERT INTO conversations.partial_upload (id, owner, name, size, sha256, begun_at, expires_at)
                        VALUES (:id::uuid, :owner, :name, :size, :sha256, :now, :end)""")
                .param("id", begun.id())
                .param("owner", owner)
                .param("name", KeptUploads.plain(name))
                .param("size", size)
                .param("sha256", sha256)
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(begun.expires()))
                .update();
        return begun;
    }

    @Override
    public Optional<Partial> find(String owner, String upload) {
        return KeptUploads.id(upload)
                .flatMap(id -> jdbc.sql("""
                        SELECT id::text, size, arrived, expires_at FROM conversations.partial_upload
                         WHERE id = :id AND owner = :owner AND expires_at > :now
                        UNION ALL
                        SELECT id::text, length(content), length(content), expires_at FROM conversations.upload
                         WHERE id = :id AND owner = :owner AND expires_at > :now""")
                        .param("id", id)
                        .param("owner", owner)
                        .param("now", Timestamp.from(clock.instant()))
                        .query((row, number) -> partial(row))
                        .optional());
    }

    @Override
    @Transactional
    public Taken append(String owner, String upload, long offset, byte[] part) {
        return KeptUploads.id(upload)
                .flatMap(id -> counted(owner, id, offset, part).map(complete -> put(id, offset, part, complete)))
                .orElse(Taken.OUT_OF_PLACE);
    }

    /** Whether the file is complete with this part; empty when the part does not belong here. */
    private Optional<Boolean> counted(String owner, UUID id, long offset, byte[] part) {
        return jdbc.sql("""
                        UPDATE conversations.partial_upload SET arrived = arrived + :length
                         WHERE id = :id AND owner = :owner AND expires_at > :now
                           AND arrived = :offset AND arrived + :length <= size
                        RETURNING arrived = size""")
                .param("length", part.length)
                .param("id", id)
                .param("owner", owner)
                .param("offset", offset)
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .optional();
    }

    private Taken put(UUID id, long offset, byte[] part, boolean complete) {
        jdbc.sql("INSERT INTO conversations.upload_part (upload, position, content) VALUES (:id, :offset, :part)")
                .param("id", id)
                .param("offset", offset)
                .param("part", part)
                .update();
        if (!complete) {
            return Taken.TAKEN;
        }
        boolean kept = keep(id);
        jdbc.sql("DELETE FROM conversations.partial_upload WHERE id = :id")
                .param("id", id)
                .update();
        return kept ? Taken.COMPLETE : Taken.DAMAGED;
    }

    private boolean keep(UUID id) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        INSERT INTO conversations.upload (id, owner, name, sha256, content, uploaded_at, expires_at)
                        SELECT id, owner, name, encode(sha256(whole), 'hex'), whole, :now, :end
                          FROM conversations.partial_upload,
                               LATERAL (SELECT string_agg(content, '' ORDER BY position) AS whole
                                          FROM conversations.upload_part WHERE upload = id) AS parts
                         WHERE id = :id AND (sha256 IS NULL OR sha256 = encode(sha256(whole), 'hex'))""")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .param("end", Timestamp.from(now.plus(KeptUploads.KEPT)))
                        .update()
                == 1;
    }

    private static Partial partial(ResultSet row) throws SQLException {
        return new Partial(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getTimestamp(4).toInstant());
    }
}
