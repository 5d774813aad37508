package io.cosmopilot.conversations.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

/** Everything language-specific: the YAML files of the class path, merged in the order of their names. */
final class Vocabulary {

    private static final String FILES = "classpath*:understanding/*.yaml";

    private final Map<String, Object> data;

    private Vocabulary(Map<String, Object> data) {
        this.data = data;
    }

    static Vocabulary shipped() {
        Map<String, Object> merged = new LinkedHashMap<>();
        for (Resource file : files()) {
            merge(merged, read(file));
        }
        return new Vocabulary(merged);
    }

    private static List<Resource> files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(Resource file) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(String.valueOf(file.getFilename()))
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try (InputStream in = file.getInputStream()) {
            return asMap(new Load(settings).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Maps are merged, lists are joined, a later scalar wins. */
    private static void merge(Map<String, Object> into, Map<String, Object> more) {
        more.forEach((key, value) -> into.merge(key, value, Vocabulary::merged));
    }

    private static Object merged(Object before, Object more) {
        if (before instanceof Map && more instanceof Map) {
            Map<String, Object> both = new LinkedHashMap<>(asMap(before));
            merge(both, asMap(more));
            return both;
        }
        if (before instanceof List<?> first && more instanceof List<?> second) {
            List<Object> both = new ArrayList<>(first);
            both.addAll(second);
            return both;
        }
        return more;
    }

    /** The part of the data under this name: empty where there is none. */
    Vocabulary part(String name) {
        return new Vocabulary(asMap(data.getOrDefault(name, Map.of())));
    }

    /** Each name of this part with its own part. */
    Map<String, Vocabulary> parts() {
        Map<String, Vocabulary> parts = new LinkedHashMap<>();
        data.forEach((name, value) -> parts.put(name, new Vocabulary(asMap(value))));
        return parts;
    }

    /** Each name of this part with its list of words. */
    Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        data.forEach((name, value) -> lists.put(name, strings(value)));
        return lists;
    }

    List<String> list(String name) {
        return strings(data.getOrDefault(name, List.of()));
    }

    /** The entries of a list of maps. */
    List<Vocabulary> entries(String name) {
        return ((List<?>) data.getOrDefault(name, List.of()))
                .stream().map(entry -> new Vocabulary(asMap(entry))).toList();
    }

    Map<String, String> strings() {
        Map<String, String> strings = new LinkedHashMap<>();
        data.forEach((name, value) -> strings.put(name, String.valueOf(value)));
        return strings;
    }

    String string(String name, String otherwise) {
        return String.valueOf(data.getOrDefault(name, otherwise));
    }

    private static List<String> strings(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static Map<String, Object> asMap(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, entry) -> map.put(String.valueOf(key), entry));
        return map;
    }
}
