package io.cosmopilot.deploy.domains;

import java.util.Optional;
import java.util.regex.Pattern;

/** A path in the one form in which it is claimed: from the root, without a slash at its end. */
record UrlPath(String text) {

    private static final Pattern SEGMENTS = Pattern.compile("(/[A-Za-z0-9._~!$&'()+,;=:@%-]+)*");
    private static final int LONGEST = 200;

    /** The path that is meant; empty when it cannot be one. Nothing means the root. */
    static Optional<UrlPath> parse(String text) {
        var plain = text.strip();
        var rooted = plain.startsWith("/") ? plain : "/" + plain;
        var bare = rooted.replaceFirst("/+$", "");
        boolean wrong = bare.length() > LONGEST
                || !SEGMENTS.matcher(bare).matches()
                || bare.contains("/./")
                || bare.contains("..")
                || bare.endsWith("/.");
        return wrong ? Optional.empty() : Optional.of(new UrlPath(bare.isEmpty() ? "/" : bare));
    }
}
