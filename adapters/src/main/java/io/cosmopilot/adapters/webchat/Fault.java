package io.cosmopilot.adapters.webchat;

import java.util.Locale;

/** What can be wrong with a frame; the words are {@code adapters.webchat.<code>}. */
enum Fault {
    MALFORMED,
    UNKNOWN_TYPE,
    TOO_LONG,
    TOO_LARGE,
    HELLO_FIRST,
    NOT_SIGNED_IN,
    INTERNAL;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String key() {
        return "adapters.webchat." + code();
    }
}
