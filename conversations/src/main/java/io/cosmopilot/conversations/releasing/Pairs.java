package io.cosmopilot.conversations.releasing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines or words of {@code KEY=value}, as people write the environment of a program. */
public final class Pairs {

    private static final Pattern PAIR = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*=.*");

    private Pairs() {}

    public static boolean are(String text) {
        return !split(text).isEmpty()
                && split(text).stream().allMatch(pair -> PAIR.matcher(pair).matches());
    }

    public static Map<String, String> of(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : split(text)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return pairs;
    }

    /** By lines and semicolons; by blanks only where each word is a pair, since a value may have blanks. */
    private static List<String> split(String text) {
        List<String> lines = parts(text, "[\\n;；]+");
        if (lines.size() == 1) {
            List<String> words = parts(text, "[\\s,，]+");
            if (words.stream().allMatch(word -> PAIR.matcher(word).matches())) {
                return words;
            }
        }
        return lines;
    }

    private static List<String> parts(String text, String by) {
        return Stream.of(text.split(by, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
