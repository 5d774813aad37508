package io.cosmopilot.bot.chaos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says was said and made. */
final class Ledger {

    private final JdbcClient jdbc;

    Ledger(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** Every message in order, with what differs between people taken out. */
    List<String> transcript(String person) {
        return jdbc.sql("""
                        SELECT t.seq || ' ' || t.author || ' ' || t.blocks::text FROM conversations.transcript t
                          JOIN conversations.conversation c ON c.id = t.conversation
                         WHERE c.person = :person ORDER BY t.seq""").param("person", person).query(String.class).list().stream()
                .map(line -> line.replace(person, "NAME").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID"))
                .map(line -> line.replaceAll("\"state\": \"\\w+\"", "\"state\""))
                .toList();
    }

    /** How many of each there are. */
    Map<String, Integer> made() {
        Map<String, Integer> made = new LinkedHashMap<>();
        made.put("conversations", count("SELECT count(*) FROM conversations.conversation WHERE person LIKE 'p%'"));
        made.put("approvals", count("SELECT count(*) FROM conversations.approval"));
        made.put("spaces", count("SELECT count(*) FROM deploy.space"));
        made.put("applications", count("SELECT count(*) FROM deploy.application"));
        made.put("releases", count("SELECT count(*) FROM deploy.release"));
        made.put("domains", count("SELECT count(*) FROM deploy.claim"));
        return made;
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
