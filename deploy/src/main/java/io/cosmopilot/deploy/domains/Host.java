package io.cosmopilot.deploy.domains;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A host name in the one form in which it is claimed: ASCII, lower case, without a dot at its end. */
record Host(String name) {

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** The host that is meant; empty when it cannot be one (a wildcard, an address, a URL). */
    static Optional<Host> parse(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        var name = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
        try {
            return Optional.of(IDN.toASCII(name).toLowerCase(Locale.ROOT))
                    .filter(ascii -> NAME.matcher(ascii).matches())
                    .map(Host::new);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static boolean wildcard(String text) {
        return text.contains("*");
    }

    /** Whether it is below one of these domains. */
    boolean below(List<String> suffixes) {
        return suffixes.stream().anyMatch(suffix -> name.endsWith("." + suffix));
    }
}
