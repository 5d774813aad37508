package io.cosmopilot.conversations.guide;

import java.util.Map;

/** An article in every language there is of it. */
record Entry(String name, Map<String, Article> byLanguage) {

    Entry {
        byLanguage = Map.copyOf(byLanguage);
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("an entry without an article: " + name);
        }
    }

    /** In this language, or in the one there is. */
    Article in(String language) {
        Article article = byLanguage.get(language);
        return article == null ? byLanguage.values().iterator().next() : article;
    }
}
