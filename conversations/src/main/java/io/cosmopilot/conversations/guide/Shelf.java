package io.cosmopilot.conversations.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The articles of the class path, {@code guide/<language>/<name>.md}: YAML between two lines of three dashes (title,
 * also, related, offers), then Markdown. A platform team adds files of its own; the same name replaces ours.
 */
final class Shelf {

    private static final String SEPARATOR = "---\n";

    private Shelf() {}

    /** By name, in the order of the names. */
    static Map<String, Article> in(String language) {
        Map<String, Article> articles = new LinkedHashMap<>();
        for (Resource file : files("classpath*:guide/" + language + "/*.md")) {
            Article article = read(file);
            articles.put(article.name(), article);
        }
        return articles;
    }

    private static List<Resource> files(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Article read(Resource file) {
        String name = String.valueOf(file.getFilename()).replaceFirst("\\.md$", "");
        try {
            return parse(name, file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one article.
     *
     * @throws IllegalArgumentException when it has no head or no title
     */
    static Article parse(String name, String file) {
        int end = file.indexOf(SEPARATOR, SEPARATOR.length());
        if (!file.startsWith(SEPARATOR) || end < 0) {
            throw new IllegalArgumentException("article " + name + " does not begin with a head between --- lines");
        }
        Object head = new Load(LoadSettings.builder().setLabel(name).build())
                .loadFromString(file.substring(SEPARATOR.length(), end));
        if (!(head instanceof Map<?, ?> known) || known.get("title") == null) {
            throw new IllegalArgumentException("article " + name + " has no title");
        }
        return new Article(
                name,
                String.valueOf(known.get("title")),
                strings(known.get("also")),
                strings(known.get("related")),
                strings(known.get("offers")),
                Markdown.blocks(file.substring(end + SEPARATOR.length())),
                "");
    }

    private static List<String> strings(@org.jspecify.annotations.Nullable Object value) {
        List<String> strings = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> strings.add(String.valueOf(item)));
        }
        return strings;
    }
}
