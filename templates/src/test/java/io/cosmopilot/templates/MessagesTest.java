package io.cosmopilot.templates;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    private static final Pattern CODE = Pattern.compile("\"(templates\\.[a-z][a-z.-]*[a-z])\"");

    private static Properties bundle(String suffix) throws IOException {
        var properties = new Properties();
        try (var in = new ClassPathResource("messages/templates" + suffix + ".properties").getInputStream()) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    @Test
    void areTheSameInBothLanguages() throws IOException {
        assertThat(new TreeSet<>(bundle("").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(bundle("_zh").stringPropertyNames()));
    }

    @Test
    void areFormatsWhoseArgumentsAllAppear() throws IOException {
        for (var suffix : new String[] {"", "_zh"}) {
            bundle(suffix).forEach((key, text) -> {
                var format = new MessageFormat(text.toString(), Locale.ROOT);
                var shown = format.format(new Object[] {"<0>", "<1>", "<2>"});
                assertThat(shown).as("%s", key).doesNotContain("''");
                Pattern.compile("\\{([0-9])}")
                        .matcher(text.toString())
                        .results()
                        .forEach(argument -> assertThat(shown).as("%s", key).contains("<" + argument.group(1) + ">"));
            });
        }
    }

    @Test
    void existForEveryCodeInTheSources() throws IOException {
        var keys = bundle("").stringPropertyNames();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(CODE.matcher(Files.readString(source)).results())
                        .extracting(MatchResult::group)
                        .map(code -> code.substring(1, code.length() - 1))
                        .filteredOn(code -> code.startsWith("templates.") && !code.endsWith(".yaml"))
                        .as("%s", source)
                        .isSubsetOf(keys);
            }
        }
    }

    @Test
    void existForEveryTypeOfVariable() throws IOException {
        assertThat(bundle("").stringPropertyNames())
                .containsAll(Arrays.stream(VariableType.values())
                        .map(type -> "templates.value." + type.key())
                        .toList());
    }
}
