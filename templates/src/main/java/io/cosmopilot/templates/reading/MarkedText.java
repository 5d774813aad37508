package io.cosmopilot.templates.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import io.cosmopilot.templates.Complaint.Place;
import io.cosmopilot.templates.yaml.Positions;

/**
 * A text whose places are replaced by sentinels, which makes it plain YAML.
 *
 * @param positions leads back to lines and columns of the text as it was written
 */
record MarkedText(String text, Places places, Positions positions) {

    private static final Pattern PLACE =
            Pattern.compile("\\{\\{[ \\t]{0,8}([\\p{L}_][\\p{L}\\p{N}_-]{0,62})[ \\t]{0,8}}}");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SENTINEL_LENGTH = 25;

    static MarkedText mark(String text, RandomGenerator random) {
        var places = new Places(prefix(text, random));
        var shifts = new HashMap<Integer, List<Shift>>();
        var lines = new ArrayList<String>();
        for (var line : text.split("\n", -1)) {
            lines.add(markLine(line, places, shifts.computeIfAbsent(lines.size(), any -> new ArrayList<>())));
        }
        return new MarkedText(String.join("\n", lines), places, new Shifted(shifts));
    }

    private static String markLine(String line, Places places, List<Shift> shifts) {
        if (!line.contains("{{")) {
            return line;
        }
        var marked = new StringBuilder();
        var matcher = PLACE.matcher(line);
        int copied = 0;
        while (matcher.find()) {
            marked.append(line, copied, matcher.start());
            var sentinel = places.sentinelFor(matcher.group(1));
            shifts.add(new Shift(
                    marked.length(), sentinel.length(), matcher.group().length()));
            marked.append(sentinel);
            copied = matcher.end();
        }
        return marked.append(line, copied, line.length()).toString();
    }

    private static String prefix(String text, RandomGenerator random) {
        var prefix = drawn(random);
        while (text.contains(prefix)) {
            prefix = drawn(random);
        }
        return prefix;
    }

    private static String drawn(RandomGenerator random) {
        var drawn = new StringBuilder("Place");
        for (int i = 0; i < SENTINEL_LENGTH; i++) {
            drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return drawn.append('X').toString();
    }

    /** A sentinel that stands for a place of another width. */
    private record Shift(int start, int width, int written) {
        int correction(int column) {
            return column < start ? 0 : Math.min(column - start, width) - (column >= start + width ? written : 0);
        }
    }

    private record Shifted(Map<Integer, List<Shift>> shifts) implements Positions {
        @Override
        public Place place(int document, int line, int column) {
            int correction = shifts.getOrDefault(line, List.of()).stream()
                    .mapToInt(shift -> shift.correction(column))
                    .sum();
            return new Place(document, line + 1, column - correction + 1);
        }
    }
}
