package io.cosmopilot.conversations.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Desk.Case;
import io.cosmopilot.conversations.Desk.Mode;

/** The conversations as the desk lists them, each with the latest words said in it. */
@Component
class Caseload {

    private static final int OTHERS = 50;

    private static final String CASE = """
            SELECT c.id, c.person, c.mode, c.agent, c.topic, c.since, t.at, %s AS waits,
                   jsonb_path_query_first(t.blocks, '$[*] ? (@.type == "text").text') #>> '{}' AS said
              FROM conversations.conversation c
              LEFT JOIN LATERAL (
                SELECT at, blocks FROM conversations.transcript
                 WHERE conversation = c.id AND blocks @> '[{"type": "text"}]' ORDER BY seq DESC LIMIT 1) t ON true
            """.formatted(Waits.SINCE);

    /** Neither guests nor support channels are cases. Who waits longest comes first; of the others, those that were talked in last. */
    private static final String LIST = CASE + """
             WHERE c.last_seq > 0 AND c.person !~ '[#:]'
             ORDER BY CASE c.mode WHEN 'WAITING' THEN 0 WHEN 'AGENT' THEN 1 ELSE 2 END,
                      CASE WHEN c.mode <> 'BOT' THEN c.since END, t.at DESC NULLS LAST, c.id
             LIMIT :others + (SELECT count(*) FROM conversations.conversation WHERE mode <> 'BOT')""";

    private final JdbcClient jdbc;
    private final HelpRules rules;

    Caseload(JdbcClient jdbc, HelpRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    List<Case> list() {
        return jdbc.sql(LIST)
                .param("others", OTHERS)
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Case> find(UUID conversation) {
        return jdbc.sql(CASE + " WHERE c.id = :id")
                .param("id", conversation)
                .query((row, n) -> read(row))
                .optional();
    }

    private Case read(ResultSet row) throws SQLException {
        Mode mode = Mode.valueOf(row.getString("mode"));
        OffsetDateTime waits = row.getObject("waits", OffsetDateTime.class);
        return new Case(
                row.getString("id"),
                row.getString("person"),
                mode,
                row.getString("agent"),
                row.getString("topic"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("said"),
                waits == null ? null : waits.toInstant().plus(rules.within(mode)));
    }
}
