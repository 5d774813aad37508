package io.cosmopilot.conversations.turns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rings at the desks on all replicas when the transaction commits. Turns ring by themselves. */
@Component
public class DeskBell {

    /** On which it is heard: a conversation's id, or an empty text when the queue changed. */
    public static final String CHANNEL = "cosmopilot_desk";

    private final JdbcClient jdbc;

    DeskBell(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The queue changed. */
    public void ring() {
        ring("");
    }

    /** Something about a conversation changed that only agents see. */
    public void ring(String conversation) {
        jdbc.sql("SELECT pg_notify(:channel, :conversation)")
                .param("channel", CHANNEL)
                .param("conversation", conversation)
                .query((rs, n) -> n)
                .single();
    }
}
