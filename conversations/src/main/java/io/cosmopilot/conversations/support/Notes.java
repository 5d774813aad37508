package io.cosmopilot.conversations.support;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Desk.Note;
import io.cosmopilot.conversations.turns.DeskBell;

/** Private remarks of agents about conversations. */
@Component
class Notes {

    private final JdbcClient jdbc;
    private final DeskBell bell;
    private final Clock clock;

    Notes(JdbcClient jdbc, DeskBell bell, Clock clock) {
        this.jdbc = jdbc;
        this.bell = bell;
        this.clock = clock;
    }

    void write(UUID conversation, String author, String text) {
        jdbc.sql("""
                        INSERT INTO conversations.note (conversation, author, at, text)
                        VALUES (:conversation, :author, :at, :text)""")
                .param("conversation", conversation)
                .param("author", author)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("text", text)
                .update();
        bell.ring(conversation.toString());
    }

    List<Note> about(UUID conversation) {
        return jdbc.sql("SELECT author, at, text FROM conversations.note WHERE conversation = :id ORDER BY id")
                .param("id", conversation)
                .query((row, n) -> new Note(
                        row.getString("author"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("text")))
                .list();
    }
}
