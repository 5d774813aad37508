package io.cosmopilot.bot.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The portal's texts say the same in both languages, and each is said somewhere. */
class TextsTest {

    private static final Path WEB = Path.of("src/main/web");
    private static final Pattern VALUE = Pattern.compile("\\{\\w+}");

    private final Map<String, String> english = texts("en");
    private final Map<String, String> chinese = texts("zh");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(chinese.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @Test
    void no_text_is_empty_and_both_languages_use_the_same_values() {
        english.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(chinese).extractingByKey(key).asString().as(key).isNotBlank();
            assertThat(values(chinese.getOrDefault(key, ""))).as(key).isEqualTo(values(text));
        });
    }

    @Test
    void no_text_is_left_that_nobody_says() throws IOException {
        String sources = sources();
        assertThat(english.keySet()).filteredOn(key -> !said(key, sources)).isEmpty();
    }

    /** Said as a whole, or put together from a stem such as {@code health.} and an id. */
    private static boolean said(String key, String sources) {
        String stem = key.substring(0, key.indexOf('.') + 1);
        return sources.contains("'" + key + "'") || sources.contains("`" + stem + "${");
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Map<String, String> texts(String language) {
        Path file = WEB.resolve("texts/texts." + language + ".json");
        return JsonMapper.shared().readValue(file, new TypeReference<>() {});
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(WEB)) {
            return new TreeSet<>(files.filter(file -> file.toString().endsWith(".ts"))
                            .toList())
                    .stream().map(TextsTest::read).collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
