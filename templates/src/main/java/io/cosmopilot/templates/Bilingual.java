package io.cosmopilot.templates;

import java.util.Locale;

/** A short text in both languages of the platform. */
public record Bilingual(String zh, String en) {

    /** The text in the language of the locale: Chinese for {@code zh}, English for everything else. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}
