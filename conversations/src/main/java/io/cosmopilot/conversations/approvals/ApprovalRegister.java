package io.cosmopilot.conversations.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Approval.State;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;

/** The approvals in PostgreSQL: each step of a life is one compare-and-set. */
@Component
class ApprovalRegister {

    private static final String OPEN = "state IN ('REQUESTED', 'COUNTERED')";

    private final JdbcClient jdbc;

    ApprovalRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Approval approval, String reference) {
        jdbc.sql("""
                        INSERT INTO conversations.approval (id, requester, conversation, reference, space, purpose,
                               asked_storage, asked_cpu, asked_memory, state, requested_at, changed_at)
                        VALUES (:id, :requester, :conversation, :reference, :space, :purpose,
                               :storage, :cpu, :memory, :state, :at, :at)""")
                .param("id", UUID.fromString(approval.id()))
                .param("requester", approval.requester())
                .param("conversation", UUID.fromString(approval.conversation()))
                .param("reference", reference)
                .param("space", approval.space())
                .param("purpose", approval.purpose())
                .param("storage", approval.asked().storageGi())
                .param("cpu", approval.asked().cpu())
                .param("memory", approval.asked().memoryGi())
                .param("state", approval.state().name())
                .param("at", at(approval.requestedAt()))
                .update();
    }

    /** The entry after the step; empty when it was in another state. */
    Optional<Entry> take(String id, Step step, Instant now) {
        Quota granted = step.granted();
        return jdbc.sql("""
                        UPDATE conversations.approval
                           SET state = :to, changed_at = :now,
                               granted_storage = COALESCE(:storage, granted_storage),
                               granted_cpu = COALESCE(:cpu, granted_cpu),
                               granted_memory = COALESCE(:memory, granted_memory),
                               reason = COALESCE(:reason, reason),
                               decided_by = COALESCE(:agent, decided_by),
                               decided_at = CASE WHEN :agent::text IS NULL THEN decided_at ELSE :now END
                         WHERE id = :id AND state = ANY (:from) RETURNING *""")
                .param("id", UUID.fromString(id))
                .param("from", step.from().stream().map(State::name).toArray(String[]::new))
                .param("to", step.to().name())
                .param("now", at(now))
                .param("storage", granted == null ? null : granted.storageGi())
                .param("cpu", granted == null ? null : granted.cpu())
                .param("memory", granted == null ? null : granted.memoryGi())
                .param("reason", step.reason())
                .param("agent", step.decidedBy())
                .query((row, n) -> entry(row))
                .optional();
    }

    /** Notes what goes wrong; empty when that is known already, or when it is provisioned by now. */
    Optional<Entry> troubled(String reference, String trouble) {
        return jdbc.sql("""
                        UPDATE conversations.approval SET provisioning = :trouble
                         WHERE reference = :reference AND provisioned_at IS NULL
                           AND provisioning IS DISTINCT FROM :trouble RETURNING *""")
                .param("reference", reference)
                .param("trouble", trouble)
                .query((row, n) -> entry(row))
                .optional();
    }

    /** Notes that it is there; empty when that is known already. */
    Optional<Entry> provisioned(String reference, Instant now) {
        return jdbc.sql("""
                        UPDATE conversations.approval SET provisioning = NULL, provisioned_at = :now
                         WHERE reference = :reference AND provisioned_at IS NULL RETURNING *""")
                .param("reference", reference)
                .param("now", at(now))
                .query((row, n) -> entry(row))
                .optional();
    }

    Optional<Approval> find(String id) {
        return uuid(id).flatMap(key -> jdbc.sql("SELECT * FROM conversations.approval WHERE id = :id")
                .param("id", key)
                .query((row, n) -> entry(row).approval())
                .optional());
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            // What is no id is the id of nothing.
            return Optional.empty();
        }
    }

    boolean asked(String space) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM conversations.approval WHERE space = :space AND " + OPEN + ")")
                .param("space", space)
                .query(Boolean.class)
                .single();
    }

    List<Approval> open() {
        return jdbc.sql("SELECT * FROM conversations.approval WHERE " + OPEN + " ORDER BY requested_at, id")
                .query((row, n) -> entry(row).approval())
                .list();
    }

    List<Approval> settled(int latest) {
        return jdbc.sql("SELECT * FROM conversations.approval WHERE NOT " + OPEN
                        + " ORDER BY changed_at DESC, id LIMIT :latest")
                .param("latest", latest)
                .query((row, n) -> entry(row).approval())
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Approval approval = new Approval(
                row.getString("id"),
                row.getString("requester"),
                row.getString("conversation"),
                row.getString("space"),
                row.getString("purpose"),
                quota(row, "asked"),
                State.valueOf(row.getString("state")),
                row.getObject("granted_storage") == null ? null : quota(row, "granted"),
                row.getString("reason"),
                row.getString("decided_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("decided_at", OffsetDateTime.class)),
                row.getString("provisioning"));
        return new Entry(approval, new Requester(approval.requester(), row.getString("reference")));
    }

    private static Quota quota(ResultSet row, String which) throws SQLException {
        return new Quota(row.getInt(which + "_storage"), row.getInt(which + "_cpu"), row.getInt(which + "_memory"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant now) {
        return now.atOffset(ZoneOffset.UTC);
    }

    /** An approval and where its reports go. */
    record Entry(Approval approval, Requester requester) {}
}
