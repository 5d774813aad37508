package io.cosmopilot.templates.values;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A reference to an image, by the grammar of the distribution specification.
 *
 * @param name with the registry, if there is one
 * @param tag null when there is none
 * @param digest null when there is none
 */
public record ImageReference(
        String name, @Nullable String tag, @Nullable String digest) {

    private static final int LONGEST = 512;
    private static final int LONGEST_NAME = 255;
    private static final String PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*+";
    private static final String REGISTRY =
            "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?+(?:\\.[a-zA-Z0-9-]+)*+(?::[0-9]{1,5})?+/)?";
    private static final Pattern GRAMMAR = Pattern.compile("(" + REGISTRY + PART + "(?:/" + PART + ")*+)"
            + "(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?+(?:@(sha256:[0-9a-f]{64}))?+");

    public static Optional<ImageReference> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var matcher = GRAMMAR.matcher(text);
        return matcher.matches() && matcher.group(1).length() <= LONGEST_NAME
                ? Optional.of(new ImageReference(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** Whether it means another image tomorrow: no digest, and no tag or {@code latest}. */
    public boolean moves() {
        return digest == null && (tag == null || tag.equals("latest"));
    }
}
