package io.cosmopilot.adapters.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Interactions of people on a server that can still be answered where they began, in private. Discord ends each after
 * fifteen minutes; what comes later is a direct message.
 */
final class Openings {

    /** A little less than Discord's, for the way there. */
    private static final Duration LASTS = Duration.ofMinutes(14);
    /** How long the first response may take; an interaction that was never answered cannot be followed up. */
    private static final Duration FIRST_RESPONSE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Openings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is said to the person from now on waits until the interaction is answered. */
    void begin(String interaction, String person, String token) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM adapters.discord_opening WHERE begun_at <= :old")
                .param("old", now.minus(LASTS).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        INSERT INTO adapters.discord_opening (interaction, person, token, begun_at)
                        VALUES (:interaction, :person, :token, :now) ON CONFLICT DO NOTHING""")
                .param("interaction", interaction)
                .param("person", person)
                .param("token", token)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void answered(String interaction) {
        jdbc.sql("UPDATE adapters.discord_opening SET answered = true WHERE interaction = :interaction")
                .param("interaction", interaction)
                .update();
    }

    /** Discord did not take the answer: there is nothing to follow up. */
    void failed(String interaction) {
        jdbc.sql("DELETE FROM adapters.discord_opening WHERE interaction = :interaction")
                .param("interaction", interaction)
                .update();
    }

    /** From now on the person is answered in their direct messages. */
    void closeAll(String person) {
        jdbc.sql("DELETE FROM adapters.discord_opening WHERE person = :person AND answered")
                .param("person", person)
                .update();
    }

    /** The latest of the person that is still open. */
    Optional<Opening> of(String person) {
        return jdbc.sql("""
                        SELECT interaction, token, answered FROM adapters.discord_opening
                         WHERE person = :person AND begun_at > :old AND (answered OR begun_at > :late)
                         ORDER BY begun_at DESC LIMIT 1""")
                .param("person", person)
                .param("old", clock.instant().minus(LASTS).atOffset(ZoneOffset.UTC))
                .param("late", clock.instant().minus(FIRST_RESPONSE).atOffset(ZoneOffset.UTC))
                .query(Opening.class)
                .optional();
    }

    Optional<Opening> find(String interaction) {
        return jdbc.sql("""
                        SELECT interaction, token, answered FROM adapters.discord_opening
                         WHERE interaction = :interaction AND begun_at > :old AND answered""")
                .param("interaction", interaction)
                .param("old", clock.instant().minus(LASTS).atOffset(ZoneOffset.UTC))
                .query(Opening.class)
                .optional();
    }

    /** An interaction that can be answered, once it is acknowledged. */
    record Opening(String interaction, String token, boolean answered) {

        @Override
        public String toString() {
            return "Opening[" + interaction + "]";
        }
    }
}
