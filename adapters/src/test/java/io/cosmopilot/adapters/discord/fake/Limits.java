package io.cosmopilot.adapters.discord.fake;

import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** The limits of the platform, for what has not been sent yet. */
public final class Limits {

    private Limits() {}

    /**
     * Fails as Discord would.
     *
     * @param message as it would be sent, with its files in {@code files}
     */
    public static void check(JsonNode message) {
        Map<String, byte[]> files = new HashMap<>();
        message.path("files").forEach(file -> files.put(file.asString(), new byte[0]));
        Rules.check(message, files);
    }

    /** Fails as Discord would. */
    public static void modal(JsonNode modal) {
        Rules.modal(modal);
    }
}
