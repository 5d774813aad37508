package io.cosmopilot.conversations.guide;

import java.util.List;
import java.util.Map;

/**
 * A part of a documentation page, under one heading.
 *
 * @param url with the heading's anchor, where it has one
 * @param body Markdown
 */
record Section(String url, String title, String heading, String body) {

    private static final int LONGEST_ANSWER = 900;

    Entry entry() {
        String shown = heading.isBlank() || heading.equals(title) ? title : title + " · " + heading;
        Article article =
                new Article("page:" + url, shown, List.of(), List.of(), List.of(), Markdown.blocks(excerpt()), url);
        return new Entry(article.name(), Map.of(Terms.languageOf(body), article));
    }

    /** Enough to answer; the rest is behind the link. */
    private String excerpt() {
        if (body.length() <= LONGEST_ANSWER) {
            return body;
        }
        int end = body.lastIndexOf("\n\n", LONGEST_ANSWER);
        String cut = body.substring(0, end > 0 ? end : LONGEST_ANSWER);
        boolean openFence = cut.split("```", -1).length % 2 == 0;
        return cut + (openFence ? "\n```" : "") + "\n\n…";
    }
}
