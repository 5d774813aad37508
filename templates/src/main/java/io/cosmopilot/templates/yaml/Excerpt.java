package io.cosmopilot.templates.yaml;

/** A few characters of somebody's text, fit to be quoted in a message. */
public final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    public static String of(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
