package io.cosmopilot.adapters.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/** A name and a password; both null when nobody says who they are. */
record Credentials(@Nullable String username, @Nullable String password) {

    private static final String BASIC = "Basic ";
    private static final Credentials NONE = new Credentials(null, null);
    private static final Credentials UNREADABLE = new Credentials("?", "");

    /** Of an {@code Authorization} header; one that cannot be read is wrong, not absent. */
    static Credentials of(@Nullable String header) {
        if (header == null) {
            return NONE;
        }
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return UNREADABLE;
        }
        try {
            var bytes =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            return split(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return UNREADABLE;
        }
    }

    private static Credentials split(String both) {
        int colon = both.indexOf(':');
        return colon < 1 ? UNREADABLE : new Credentials(both.substring(0, colon), both.substring(colon + 1));
    }
}
