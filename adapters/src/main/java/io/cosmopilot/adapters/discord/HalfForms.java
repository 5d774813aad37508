package io.cosmopilot.adapters.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was filled in of forms that take several parts, until the last part comes. */
final class HalfForms {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    HalfForms(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    void keep(String person, Key.Fill form, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(find(person, form));
        all.putAll(fields);
        jdbc.sql("DELETE FROM adapters.discord_form WHERE kept_at <= :old")
                .param("old", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        INSERT INTO adapters.discord_form (person, conversation, seq, fields, kept_at)
                        VALUES (:person, :conversation, :seq, :fields::jsonb, :now)
                        ON CONFLICT (person, conversation, seq)
                        DO UPDATE SET fields = excluded.fields, kept_at = excluded.kept_at""")
                .param("person", person)
                .param("conversation", form.conversation())
                .param("seq", form.seq())
                .param("fields", json.writeValueAsString(all))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<String, String> find(String person, Key.Fill form) {
        return jdbc.sql("""
                        SELECT fields FROM adapters.discord_form
                         WHERE person = :person AND conversation = :conversation AND seq = :seq""")
                .param("person", person)
                .param("conversation", form.conversation())
                .param("seq", form.seq())
                .query(String.class)
                .optional()
                .map(fields -> json.readValue(fields, FIELDS))
                .orElse(Map.of());
    }

    void forget(String person, Key.Fill form) {
        jdbc.sql("""
                        DELETE FROM adapters.discord_form
                         WHERE person = :person AND conversation = :conversation AND seq = :seq""")
                .param("person", person)
                .param("conversation", form.conversation())
                .param("seq", form.seq())
                .update();
    }
}
