package io.cosmopilot.deploy.builds;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.BuildOrder;
import io.cosmopilot.deploy.BuildOrder.Source;
import io.cosmopilot.deploy.Requester;

/** Builds in PostgreSQL. */
@Component
class BuildRecords {

    private static final int PART = 1 << 20;
    private static final byte[] NOT_READ = {};

    private final JdbcClient jdbc;

    BuildRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean open(String id, BuildOrder order, Requester requester) {
        return jdbc.sql("""
                        insert into deploy.build (id, space, image, tag, base, kind, location, branch, content, person, reference)
                        values (:id, :space, :image, :tag, :base, :kind, :location, :branch, :content, :person, :reference)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("space", order.space())
                        .param("image", order.image())
                        .param("tag", order.tag())
                        .param("base", order.base())
                        .param("kind", kind(order.source()))
                        .param("location", location(order.source()))
                        .param("branch", order.source() instanceof Source.Git git ? git.branch() : "")
                        .param("content", order.source() instanceof Source.Upload upload ? upload.content() : null)
                        .param("person", requester.person())
                        .param("reference", requester.reference())
                        .update()
                == 1;
    }

    /** A build, without the content of what was handed in for it. */
    Optional<Build> find(String id) {
        return jdbc.sql("select id, space, image, tag, base, kind, location, branch, person, reference, phase"
                        + " from deploy.build where id = ?")
                .param(id)
                .query((row, number) -> build(row))
                .optional();
    }

    /** What was handed in; nothing once the build is over. */
    byte[] content(String id) {
        int size = jdbc.sql("select coalesce((select length(content) from deploy.build where id = ?), 0)")
                .param(id)
                .query(Integer.class)
                .single();
        var all = ByteBuffer.allocate(size);
        while (all.hasRemaining()) {
            all.put(part(id, all.position()));
        }
        return all.array();
    }

    /**
     * In parts because the driver gives what it is asked for again and again as it is, and what it is asked for once as
     * text, which takes many times as long.
     */
    private byte[] part(String id, int from) {
        return jdbc.sql("select substring(content from :from for :length) from deploy.build where id = :id")
                .param("from", from + 1)
                .param("length", PART)
                .param("id", id)
                .query(byte[].class)
                .optional()
                .filter(part -> part.length > 0)
                .orElseThrow(() -> new IllegalStateException("build " + id + " ended meanwhile"));
    }

    boolean running(String id) {
        return jdbc.sql("select exists (select from deploy.build where id = ? and phase = 'RUNNING')")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Counts a report; empty when the build is over, and there is nothing more to report. */
    Optional<Integer> count(String id) {
        return jdbc.sql("update deploy.build set sequence = sequence + 1 where id = ? and phase = 'RUNNING'"
                        + " returning sequence")
                .param(id)
                .query(Integer.class)
                .optional();
    }

    /** Ends a build that runs, and forgets its code; false when it has ended. */
    boolean end(String id, String phase) {
        return jdbc.sql("update deploy.build set phase = :phase, content = null, ended_at = now()"
                                + " where id = :id and phase = 'RUNNING'")
                        .param("phase", phase)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static String kind(Source source) {
        return switch (source) {
            case Source.Upload upload -> "UPLOAD";
            case Source.Url url -> "URL";
            case Source.Git git -> "GIT";
        };
    }

    private static String location(Source source) {
        return switch (source) {
            case Source.Upload upload -> upload.name();
            case Source.Url url -> url.url();
            case Source.Git git -> git.url();
        };
    }

    private static Build build(ResultSet row) throws SQLException {
        var location = row.getString("location");
        var source = switch (row.getString("kind")) {
            case "UPLOAD" -> new Source.Upload(location, NOT_READ);
            case "URL" -> new Source.Url(location);
            default -> new Source.Git(location, row.getString("branch"));
        };
        var order = new BuildOrder(
                row.getString("space"), row.getString("image"), row.getString("tag"), row.getString("base"), source);
        return new Build(
                row.getString("id"),
                order,
                new Requester(row.getString("person"), row.getString("reference")),
                row.getString("phase").equals("RUNNING"));
    }

    /** A build as it is recorded. */
    record Build(String id, BuildOrder order, Requester requester, boolean running) {}
}
