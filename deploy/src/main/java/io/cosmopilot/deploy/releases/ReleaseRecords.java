package io.cosmopilot.deploy.releases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Order;
import io.cosmopilot.deploy.Requester;

/** Releases in PostgreSQL. A transition is won by whoever counts the sequence on; losers change nothing. */
@Component
class ReleaseRecords {

    private final JdbcClient jdbc;

    ReleaseRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records a release to plan; false when the id is known already. */
    boolean open(String id, String applicationId, Order order, String template, String inputs, Requester requester) {
        return jdbc.sql("insert into deploy.release (id, application_id, application, space, template, inputs, person,"
                                + " reference, phase) values (:id, :applicationId, :application, :space, :template,"
                                + " :inputs, :person, :reference, 'PLANNING') on conflict do nothing")
                        .param("id", id)
                        .param("applicationId", applicationId)
                        .param("application", order.application())
                        .param("space", order.space())
                        .param("template", template)
                        .param("inputs", inputs)
                        .param("person", requester.person())
                        .param("reference", requester.reference())
                        .update()
                == 1;
    }

    Optional<ReleaseRow> find(String id) {
        return jdbc.sql("select * from deploy.release where id = ?")
                .param(id)
                .query(ReleaseRecords::row)
                .optional();
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<ReleaseRow> lock(String id) {
        return jdbc.sql("select * from deploy.release where id = ? for update")
                .param(id)
                .query(ReleaseRecords::row)
                .optional();
    }

    /** The last release of the application that was applied, with the same template. */
    Optional<ReleaseRow> before(ReleaseRow release) {
        return jdbc.sql("select * from deploy.release where application_id = ? and template = ?"
                        + " and rolling_since is not null order by rolling_since desc limit 1")
                .param(release.applicationId())
                .param(release.template())
                .query(ReleaseRecords::row)
                .optional();
    }

    void inputs(ReleaseRow release, String inputs) {
        jdbc.sql("update deploy.release set inputs = ? where id = ?")
                .param(inputs)
                .param(release.id())
                .update();
    }

    List<ReleaseRow> rolling() {
        return jdbc.sql("select * from deploy.release where phase = 'ROLLING' order by rolling_since")
                .query(ReleaseRecords::row)
                .list();
    }

    /**
     * Moves a release on, if it is still where it was seen and not at its end. The place of the application is given up
     * at the end.
     */
    boolean move(ReleaseRow seen, Phase to) {
        boolean won = !finished(seen.phase())
                && jdbc.sql("update deploy.release set phase = :to, sequence = sequence + 1,"
                                        + " rolling_since = case when :to = 'ROLLING' then now() else rolling_since end,"
                                        + " finished_at = case when :finished then now() else finished_at end"
                                        + " where id = :id and phase = :from and sequence = :sequence")
                                .param("to", to.name())
                                .param("finished", finished(to))
                                .param("id", seen.id())
                                .param("from", seen.phase().name())
                                .param("sequence", seen.sequence())
                                .update()
                        == 1;
        if (won && finished(to)) {
            jdbc.sql("delete from deploy.active_release where release_id = ?")
                    .param(seen.id())
                    .update();
        }
        return won;
    }

    /** Records what progress is told next, if nobody told any since. */
    boolean progress(ReleaseRow seen, String progress, Instant now) {
        return jdbc.sql("update deploy.release set progress = :progress, progressed_at = :now, sequence = sequence + 1"
                                + " where id = :id and phase = :phase and sequence = :sequence")
                        .param("phase", seen.phase().name())
                        .param("progress", progress)
                        .param("now", Timestamp.from(now))
                        .param("id", seen.id())
                        .param("sequence", seen.sequence())
                        .update()
                == 1;
    }

    /** Takes the application's only place for a release; false while another has it. */
    boolean begin(ReleaseRow release) {
        return jdbc.sql("insert into deploy.active_release (application_id, release_id) values (?, ?)"
                                + " on conflict do nothing")
                        .param(release.applicationId())
                        .param(release.id())
                        .update()
                == 1;
    }

    private static boolean finished(Phase phase) {
        return switch (phase) {
            case REFUSED, HEALTHY, FAILED, CANCELLED -> true;
            case PLANNING, PLANNED, APPLYING, ROLLING -> false;
        };
    }

    private static ReleaseRow row(ResultSet row, int number) throws SQLException {
        return new ReleaseRow(
                row.getString("id"),
                row.getString("application_id"),
                row.getString("application"),
                row.getString("space"),
                row.getString("template"),
                row.getString("inputs"),
                row.getString("person"),
                row.getString("reference"),
                Phase.valueOf(row.getString("phase")),
                row.getInt("sequence"),
                row.getString("progress"),
                instant(row.getTimestamp("progressed_at")),
                instant(row.getTimestamp("rolling_since")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
