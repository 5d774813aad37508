package io.cosmopilot.conversations.journeys;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Journeys;

/** Journeys in PostgreSQL. A step stays done. */
@Component
class TickedJourneys implements Journeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    TickedJourneys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whoever has a journey has an account. */
    @Override
    public Journey of(String person) {
        Set<Step> done = EnumSet.of(Step.REGISTER);
        jdbc.sql("SELECT step FROM conversations.journey WHERE person = :person")
                .param("person", person)
                .query(String.class)
                .list()
                .forEach(step -> done.add(Step.valueOf(step)));
        return new Journey(done);
    }

    void tick(String person, Step step) {
        jdbc.sql("""
                        INSERT INTO conversations.journey (person, step, at) VALUES (:person, :step, :now)
                        ON CONFLICT DO NOTHING""")
                .param("person", person)
                .param("step", step.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
