package io.cosmopilot.adapters.words;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

/** The message bundles in one language. A controller that has words to say takes them as a parameter. */
public record Words(MessageSource messages, Locale locale) {

    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    public String of(MessageSourceResolvable message) {
        return messages.getMessage(message, locale);
    }
}
