package io.cosmopilot.conversations.engine;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

/** The message bundles in the language of one conversation. */
public record Words(MessageSource source, Locale locale) {

    /** The message in this language; numbers and dates are the caller's to format. */
    public String say(String key, Object... arguments) {
        return source.getMessage(key, arguments, locale);
    }

    public String say(MessageSourceResolvable message) {
        return source.getMessage(message, locale);
    }

    public boolean chinese() {
        return locale.getLanguage().equals("zh");
    }
}
