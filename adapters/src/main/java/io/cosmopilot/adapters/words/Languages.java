package io.cosmopilot.adapters.words;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The two languages, chosen by {@code Accept-Language}: the first that we speak, otherwise English. */
@Component("localeResolver")
public class Languages implements LocaleResolver {

    /** The language for somebody who wishes for these, best first. */
    public static Locale choose(List<Locale> wished) {
        return wished.stream()
                .map(Languages::spoken)
                .flatMap(List::stream)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    public static Locale choose(Locale wished) {
        return choose(List.of(wished));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Locale.ENGLISH
                : choose(Collections.list(request.getLocales()));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language of a request is what its header says");
    }

    private static List<Locale> spoken(Locale wished) {
        return switch (wished.getLanguage()) {
            case "zh" -> List.of(Locale.CHINESE);
            case "en" -> List.of(Locale.ENGLISH);
            default -> List.of();
        };
    }
}
