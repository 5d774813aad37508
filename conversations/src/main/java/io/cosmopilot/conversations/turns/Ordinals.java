package io.cosmopilot.conversations.turns;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How something in a row is counted in words; the words are data, {@code understanding/ordinals.properties}. */
final class Ordinals {

    private static final String LAST = "last";
    private static final Map<String, Pattern> WORDS = read();

    private Ordinals() {}

    /** The number that the words stand for, counted from 1, of so many; empty when they stand for none. */
    static OptionalInt in(String said, int last) {
        return WORDS.entrySet().stream()
                .filter(word -> word.getValue().matcher(said).matches())
                .map(Map.Entry::getKey)
                .mapToInt(number -> number.equals(LAST) ? last : Integer.parseInt(number))
                .findFirst();
    }

    private static Map<String, Pattern> read() {
        Properties words = new Properties();
        try (InputStream file = Ordinals.class.getResourceAsStream("/understanding/ordinals.properties");
                Reader text = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        number -> number,
                        number -> Pattern.compile(words.getProperty(number), Pattern.CASE_INSENSITIVE)));
    }
}
