package io.cosmopilot.conversations.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.understanding.Recogniser;

/** Knows what there is to know about the platform: its own articles, and the pages that were read. */
@Component
public class Guide {

    private final Recogniser recogniser;
    private final KeptPages pages;
    private @Nullable Shelved shelved;

    /** A library, and the state of the pages it was made from. */
    private record Shelved(Library library, String state) {}

    Guide(Recogniser recogniser, KeptPages pages) {
        this.recogniser = recogniser;
        this.pages = pages;
    }

    /** The index is made aside, so that neither the start nor the first question waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        Thread.ofVirtual().name("guide-index").start(this::library);
    }

    /** Whether something that is no wish is surely a question that the guide can answer. */
    public boolean knows(String text) {
        return library().surelyAnswers(recogniser.plain(text));
    }

    Optional<Entry> named(String name) {
        return library().named(name);
    }

    /** What answers the question: one entry, up to three where it is not clear which, or none. */
    List<Entry> answers(String question) {
        return library().answers(recogniser.plain(question));
    }

    private synchronized Library library() {
        String state = pages.state();
        if (shelved == null || !shelved.state().equals(state)) {
            List<Entry> entries = shipped();
            pages.all().forEach(section -> entries.add(section.entry()));
            shelved = new Shelved(new Library(Terms.shipped(), entries), state);
        }
        return shelved.library();
    }

    static List<Entry> shipped() {
        Map<String, Map<String, Article>> all = new LinkedHashMap<>();
        for (String language : List.of("zh", "en")) {
            Shelf.in(language)
                    .forEach((name, article) -> all.computeIfAbsent(name, key -> new LinkedHashMap<>())
                            .put(language, article));
        }
        List<Entry> entries = new ArrayList<>();
        all.forEach((name, languages) -> entries.add(new Entry(name, languages)));
        return entries;
    }
}
