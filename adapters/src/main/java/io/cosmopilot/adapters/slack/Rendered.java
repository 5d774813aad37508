package io.cosmopilot.adapters.slack;

import java.util.List;
import java.util.Map;

/**
 * A message as Slack shows it.
 *
 * @param text in notifications, and where blocks cannot be shown
 * @param files what is too long to be shown
 */
record Rendered(String text, List<Map<String, Object>> blocks, List<Snippet> files) {

    Rendered {
        blocks = List.copyOf(blocks);
        files = List.copyOf(files);
    }

    /** A text as a file. */
    record Snippet(String name, String content) {}
}
