package io.cosmopilot.conversations.people;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A name that is fit to be one: valid from the moment it exists. */
final class Username {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,30}[a-z0-9]");

    /** Names under which the platform itself speaks. */
    private static final Set<String> RESERVED = Set.of("system", "bot", "admin", "cosmopilot");

    private final String value;

    private Username(String value) {
        this.value = value;
    }

    static Optional<Username> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Username(text)) : Optional.empty();
    }

    /** As people type it when they sign in: capitals and blanks around it do no harm. */
    static Optional<Username> typed(String text) {
        return parse(text.strip().toLowerCase(Locale.ROOT));
    }

    boolean reserved() {
        return RESERVED.contains(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
