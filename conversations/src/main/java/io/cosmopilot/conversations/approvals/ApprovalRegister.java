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
import io.cosmopilot.conversations.approvals.ApprovalRules.Deadline;
import io.cosmopilot.conversations.approvals.ApprovalRules.Stage;
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

    void insert(Approval approval, String reference, Deadline deadline) {
        Approval.Matter matter = approval.matter();
        Quota asked = matter.quota();
        jdbc.sql("""
                        INSERT INTO conversations.approval (id, requester, conversation, reference, kind, subject,
                               purpose, detail, asked_storage, asked_cpu, asked_memory, state, requested_at,
                               changed_at, next_stage, next_at)
                        VALUES (:id, :requester, :conversation, :reference, :kind, :subject,
                               :purpose, :detail, :storage, :cpu, :memory, :state, :at,
                               :at, :stage, :next)""")
                .param("id", UUID.fromString(approval.id()))
                .param("requester", approval.requester())
                .param("conversation", UUID.fromString(approval.conversation()))
                .param("reference", reference)
                .param("kind", matter.kind().name())
                .param("subject", matter.subject())
                .param("purpose", matter.purpose())
                .param("detail", matter.detail())
                .param("storage", asked == null ? null : asked.storageGi())
                .param("cpu", asked == null ? null : asked.cpu())
                .param("memory", asked == null ? null : asked.memoryGi())
                .param("state", approval.state().name())
                .param("at", at(approval.requestedAt()))
                .param("stage", Stage.REMINDED.name())
                .param("next", at(approval.requestedAt().plus(deadline.until(Stage.REMINDED))))
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

    /** Notes the first of two agents; empty when there is one already, or when it is decided. */
    Optional<Entry> first(String id, String agent) {
        return jdbc.sql("""
                        UPDATE conversations.approval SET first_by = :agent
                         WHERE id = :id AND state = 'REQUESTED' AND first_by IS NULL RETURNING *""")
                .param("id", UUID.fromString(id))
                .param("agent", agent)
                .query((row, n) -> entry(row))
                .optional();
    }

    /** One that waits for longer than it should, locked; what another replica looks at is left to it. */
    Optional<Due> due(Instant now) {
        return jdbc.sql("SELECT * FROM conversations.approval WHERE " + OPEN
                        + " AND next_at <= :now ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param("now", at(now))
                .query((row, n) -> new Due(entry(row), Stage.valueOf(row.getString("next_stage"))))
                .optional();
    }

    /** Notes that a stage is reached, and when the next one is. */
    void reached(Due due, Deadline deadline) {
        Stage next = due.stage().next();
        Approval approval = due.entry().approval();
        jdbc.sql("UPDATE conversations.approval SET next_stage = :stage, next_at = :next WHERE id = :id")
                .param("id", UUID.fromString(approval.id()))
                .param("stage", next.name())
                .param("next", at(approval.requestedAt().plus(deadline.until(next))))
                .update();
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

    /** The latest that a person has asked for and does not have yet. */
    Optional<Approval> awaited(String requester, Approval.Kind kind) {
        return jdbc.sql("SELECT * FROM conversations.approval WHERE requester = :requester AND kind = :kind AND ("
                        + OPEN
                        + " OR state IN ('ACCEPTED', 'APPROVED') AND provisioned_at IS NULL)"
                        + " ORDER BY requested_at DESC, id LIMIT 1")
                .param("requester", requester)
                .param("kind", kind.name())
                .query((row, n) -> entry(row).approval())
                .optional();
    }

    /** Who asks for it, if anybody does. */
    Optional<String> asked(Approval.Kind kind, String subject) {
        return jdbc.sql("SELECT requester FROM conversations.approval WHERE kind = :kind AND subject = :subject AND "
                        + OPEN)
                .param("kind", kind.name())
                .param("subject", subject)
                .query(String.class)
                .optional();
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
                new Approval.Matter(
                        Approval.Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("purpose"),
                        quota(row, "asked"),
                        row.getString("detail")),
                State.valueOf(row.getString("state")),
                quota(row, "granted"),
                row.getString("reason"),
                row.getString("first_by"),
                row.getString("decided_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("decided_at", OffsetDateTime.class)),
                row.getString("provisioning"));
        return new Entry(approval, new Requester(approval.requester(), row.getString("reference")));
    }

    private static @Nullable Quota quota(ResultSet row, String which) throws SQLException {
        if (row.getObject(which + "_storage") == null) {
            return null;
        }
        return new Quota(row.getInt(which + "_storage"), row.getInt(which + "_cpu"), row.getInt(which + "_memory"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant now) {
        return now.atOffset(ZoneOffset.UTC);
    }

    /** An approval that waits, and the stage that is reached by that. */
    record Due(Entry entry, Stage stage) {}

    /** An approval and where its reports go. */
    record Entry(Approval approval, Requester requester) {}
}
