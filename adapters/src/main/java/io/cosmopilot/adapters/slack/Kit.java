package io.cosmopilot.adapters.slack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The parts that Block Kit is made of, as JSON objects. */
final class Kit {

    static final int SECTION = 3_000;
    static final int SHORT = 400;
    static final int LABEL = 75;
    static final int VALUE = 2_000;
    static final int URL = 3_000;
    static final int MOST_BLOCKS = 50;

    private Kit() {}

    static Map<String, Object> section(String mrkdwn) {
        return object("type", "section", "text", mrkdwn(mrkdwn));
    }

    static Map<String, Object> context(String mrkdwn) {
        return object("type", "context", "elements", List.of(mrkdwn(Mrkdwn.shortened(mrkdwn, 2_000))));
    }

    static Map<String, Object> fields(List<String> mrkdwn) {
        return object(
                "type",
                "section",
                "fields",
                mrkdwn.stream()
                        .map(text -> mrkdwn(Mrkdwn.shortened(text, 2_000)))
                        .toList());
    }

    static Map<String, Object> actions(String id, List<Map<String, Object>> elements) {
        return object("type", "actions", "block_id", id, "elements", elements);
    }

    static Map<String, Object> button(String id, String label, String value, @Nullable String style) {
        Map<String, Object> button =
                object("type", "button", "action_id", id, "text", plain(label, LABEL), "value", value);
        if (style != null) {
            button.put("style", style);
        }
        return button;
    }

    static Map<String, Object> link(String id, String label, String href) {
        return object("type", "button", "action_id", id, "text", plain(label, LABEL), "url", href);
    }

    static Map<String, Object> preformatted(String text) {
        Map<String, Object> content = object("type", "text", "text", text);
        return object(
                "type",
                "rich_text",
                "elements",
                List.of(object("type", "rich_text_preformatted", "elements", List.of(content))));
    }

    static Map<String, Object> option(String label, String id) {
        return object("text", plain(label, LABEL), "value", Handle.of(id));
    }

    static Map<String, Object> plain(String text, int most) {
        return object("type", "plain_text", "text", Mrkdwn.shortened(text.isBlank() ? "…" : text, most), "emoji", true);
    }

    static Map<String, Object> mrkdwn(String text) {
        return object("type", "mrkdwn", "text", text.isBlank() ? "…" : text);
    }

    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    /** In rows of at most so many. */
    static <T> List<List<T>> rows(List<T> all, int most) {
        List<List<T>> rows = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            rows.add(all.subList(from, Math.min(all.size(), from + most)));
        }
        return rows;
    }
}
