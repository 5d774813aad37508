package io.cosmopilot.adapters.discord;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages below which there may be a thread, and that take more than one of Discord's. */
final class Roots {

    private final JdbcClient jdbc;

    Roots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Remote remote) {
        if (remote.messages().size() > 1) {
            jdbc.sql(
                            "INSERT INTO adapters.discord_root (message, remote) VALUES (:message, :remote) ON CONFLICT DO NOTHING")
                    .param("message", remote.first())
                    .param("remote", remote.text())
                    .update();
        }
    }

    /** The remote id of the message with which a thread begins. */
    String of(String channel, String thread) {
        return jdbc.sql("SELECT remote FROM adapters.discord_root WHERE message = :message")
                .param("message", thread)
                .query(String.class)
                .optional()
                .orElse(channel + "/" + thread);
    }
}
