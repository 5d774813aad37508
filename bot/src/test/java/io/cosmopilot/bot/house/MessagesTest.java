package io.cosmopilot.bot.house;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What people read is said in both languages, and nowhere but in the bundles. */
class MessagesTest {

    private static final Path HOUSE = Path.of("..");
    /** Single words are what people say; longer or with punctuation, it is what they are told. */
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}]{5}|\\p{IsHan}.*[，。！？；：]");

    private static final Pattern BRACES_QUOTED = Pattern.compile("'[{}][^']*'");
    private static final Pattern KEY = Pattern.compile("^([a-z][\\w.-]*)\\s*=", Pattern.MULTILINE);
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");

    @ParameterizedTest
    @ValueSource(strings = {"adapters", "bot", "conversations", "deploy", "templates"})
    void both_languages_have_the_same_keys(String module) {
        assertThat(bundle(module, "_zh").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(bundle(module, "").stringPropertyNames());
    }

    /** Of two texts with one key the first is never seen. */
    @ParameterizedTest
    @ValueSource(strings = {"adapters", "bot", "conversations", "deploy", "templates"})
    void no_key_is_written_twice(String module) {
        Stream.of("", "_zh")
                .forEach(language -> assertThat(
                                KEY.matcher(text(module, language)).results())
                        .extracting(found -> found.group(1))
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @ValueSource(strings = {"adapters", "bot", "conversations", "deploy", "templates"})
    void both_languages_use_the_same_arguments(String module) {
        Properties english = bundle(module, "");
        Properties chinese = bundle(module, "_zh");
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(arguments(chinese.getProperty(key)))
                        .as(key)
                        .isEqualTo(arguments(english.getProperty(key))));
    }

    /** An apostrophe of ASCII begins a quotation: the arguments behind it would be shown as they are written. */
    @ParameterizedTest
    @ValueSource(strings = {"adapters", "bot", "conversations", "deploy", "templates"})
    void every_text_is_a_format_that_quotes_braces_only(String module) {
        Stream.of("", "_zh")
                .map(language -> bundle(module, language))
                .forEach(bundle -> assertThat(bundle.stringPropertyNames()).allSatisfy(key -> {
                    assertThat(BRACES_QUOTED.matcher(bundle.getProperty(key)).replaceAll(""))
                            .as(key)
                            .isNotBlank()
                            .doesNotContain("'");
                    assertThat(new MessageFormat(bundle.getProperty(key)))
                            .as(key)
                            .isNotNull();
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adapters", "bot", "conversations", "deploy", "templates"})
    void no_module_says_something_in_the_name_of_another(String module) {
        assertThat(bundle(module, "").stringPropertyNames()).allMatch(key -> key.startsWith(module + "."));
    }

    @Test
    void no_source_speaks_chinese() throws IOException {
        assertThat(sources())
                .allSatisfy(source -> assertThat(
                                TEXT.matcher(Files.readString(source)).results())
                        .as("%s", source)
                        .extracting(MatchResult::group)
                        .noneMatch(text -> CHINESE.matcher(text).find()));
    }

    private static List<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties bundle(String module, String language) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text(module, language)));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String module, String language) {
        Path file = HOUSE.resolve(module + "/src/main/resources/messages/" + module + language + ".properties");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(HOUSE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .toList();
        }
    }
}
