package io.cosmopilot.conversations.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which agents work at their desks, so that people are told honestly whether somebody is there. */
@Component
class Presence {

    /** A desk that is open asks for its queue more often than this. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Presence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void seen(String agent) {
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO conversations.presence (agent, seen) VALUES (:agent, :now)
                        ON CONFLICT (agent) DO UPDATE SET seen = excluded.seen WHERE presence.seen < :before""")
                .param("agent", agent)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minus(OFTEN_ENOUGH).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether an agent other than this person was at the desk lately. */
    boolean anybodyFor(String person) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM conversations.presence WHERE seen > :since AND agent <> :person)")
                .param("since", clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC))
                .param("person", person)
                .query(Boolean.class)
                .single();
    }
}
