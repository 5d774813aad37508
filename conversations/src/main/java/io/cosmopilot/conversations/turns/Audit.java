package io.cosmopilot.conversations.turns;

import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked, who decided, what was done, refusals included. Only ever appended to, in the caller's transaction. */
@Component
public class Audit {

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes a row.
     *
     * @param what such as {@code approval.approved}
     * @param subject the id of what it was done to
     * @param detail for a reader, possibly empty
     */
    public void write(String who, String what, String subject, String detail) {
        jdbc.sql("""
                        INSERT INTO conversations.audit (at, who, what, subject, detail)
                        VALUES (:at, :who, :what, :subject, :detail)""")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("what", what)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }
}
