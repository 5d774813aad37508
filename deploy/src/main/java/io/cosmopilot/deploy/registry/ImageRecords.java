package io.cosmopilot.deploy.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Images.Image;
import io.cosmopilot.deploy.Images.Tag;
import io.cosmopilot.deploy.registry.Manifest.Part;

/** Images in PostgreSQL. */
@Component
class ImageRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImageRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean known(Repository repository, String digest) {
        return jdbc.sql("select exists (select from deploy.image_manifest where repository = ? and digest = ?)")
                .param(repository.path())
                .param(digest)
                .query(Boolean.class)
                .single();
    }

    void keep(Repository repository, Registry.Content content, Collection<Part> parts, @Nullable String actor) {
        jdbc.sql("""
                        insert into deploy.image_manifest (repository, digest, space, media_type, size, pushed_by, pushed_at)
                        values (:repository, :digest, :space, :type, :size, :actor, :now) on conflict do nothing
                        """)
                .param("repository", repository.path())
                .param("digest", content.digest())
                .param("space", repository.space())
                .param("type", content.mediaType())
                .param("size", content.bytes().length)
                .param("actor", actor)
                .param("now", now())
                .update();
        parts.forEach(part -> jdbc.sql("insert into deploy.image_part (repository, manifest, digest, size)"
                        + " values (?, ?, ?, ?) on conflict do nothing")
                .param(repository.path())
                .param(content.digest())
                .param(part.digest())
                .param(part.size())
                .update());
    }

    /** The digest that a tag stands for. */
    Optional<String> digest(Repository repository, String tag) {
        return jdbc.sql("select digest from deploy.image_tag where repository = ? and tag = ?")
                .param(repository.path())
                .param(tag)
                .query(String.class)
                .optional();
    }

    void tag(Repository repository, String tag, String digest, @Nullable String actor) {
        jdbc.sql("""
                        insert into deploy.image_tag (repository, tag, digest, pushed_by, pushed_at)
                        values (:repository, :tag, :digest, :actor, :now)
                        on conflict (repository, tag) do update
                            set digest = excluded.digest, pushed_by = excluded.pushed_by, pushed_at = excluded.pushed_at
                        """)
                .param("repository", repository.path())
                .param("tag", tag)
                .param("digest", digest)
                .param("actor", actor)
                .param("now", now())
                .update();
    }

    void untag(Repository repository, String tag) {
        jdbc.sql("delete from deploy.image_tag where repository = ? and tag = ?")
                .param(repository.path())
                .param(tag)
                .update();
    }

    void forget(Repository repository, String digest) {
        jdbc.sql("delete from deploy.image_manifest where repository = ? and digest = ?")
                .param(repository.path())
                .param(digest)
                .update();
    }

    List<String> repositories(String space) {
        return jdbc.sql("select distinct repository from deploy.image_manifest where space = ?")
                .param(space)
                .query(String.class)
                .list();
    }

    List<String> tags(Repository repository) {
        return jdbc.sql("select tag from deploy.image_tag where repository = ?")
                .param(repository.path())
                .query(String.class)
                .list();
    }

    /** Manifests that no tag stands for, neither itself nor by another manifest. */
    List<String> untagged(Repository repository) {
        return jdbc.sql("""
                        select digest from deploy.image_manifest m where repository = :repository
                           and not exists (select from deploy.image_tag t
                                            where t.repository = m.repository and t.digest = m.digest)
                           and not exists (select from deploy.image_part p
                                            where p.repository = m.repository and p.digest = m.digest
                                              and p.manifest <> m.digest)
                        """)
                .param("repository", repository.path())
                .query(String.class)
                .list();
    }

    /** What everything in a space takes together; what two images share is there once. */
    long used(String space) {
        return jdbc.sql("""
                        select coalesce(sum(size), 0) from (
                            select distinct p.digest, p.size from deploy.image_part p
                              join deploy.image_manifest m on m.repository = p.repository and m.digest = p.manifest
                             where m.space = ?) parts
                        """).param(space).query(Long.class).single();
    }

    List<Image> images(String space) {
        return jdbc.sql("""
                        select m.repository, count(distinct t.tag) as tags, max(t.pushed_at) as pushed,
                               (select coalesce(sum(size), 0) from (select distinct p.digest, p.size
                                  from deploy.image_part p where p.repository = m.repository) parts) as size
                          from deploy.image_manifest m join deploy.image_tag t on t.repository = m.repository
                         where m.space = ? group by m.repository order by m.repository
                        """)
                .param(space)
                .query((row, number) -> new Image(
                        row.getString("repository").substring(space.length() + 1),
                        row.getInt("tags"),
                        row.getLong("size"),
                        row.getTimestamp("pushed").toInstant()))
                .list();
    }

    List<Tag> latest(Repository repository) {
        return jdbc.sql("""
                        select t.tag, t.digest, t.pushed_at, t.pushed_by,
                               (select coalesce(sum(p.size), 0) from deploy.image_part p
                                 where p.repository = t.repository and p.manifest = t.digest) as size,
                               array(select o.tag from deploy.image_tag o
                                      where o.repository = t.repository and o.digest = t.digest and o.tag <> t.tag
                                      order by o.tag) as others
                          from deploy.image_tag t where t.repository = ? order by t.pushed_at desc, t.tag
                        """)
                .param(repository.path())
                .query((row, number) -> new Tag(
                        row.getString("tag"),
                        row.getString("digest"),
                        row.getLong("size"),
                        row.getTimestamp("pushed_at").toInstant(),
                        row.getString("pushed_by"),
                        List.of((String[]) row.getArray("others").getArray())))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
