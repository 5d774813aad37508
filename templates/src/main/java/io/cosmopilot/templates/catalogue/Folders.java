package io.cosmopilot.templates.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import io.cosmopilot.templates.reading.Declarations;
import io.cosmopilot.templates.rendering.TemplateReader;

/** Reads the folders {@code catalogue/<name>/} with {@code template.yaml} and {@code variables.yaml}. */
final class Folders {

    private static final String TEMPLATES = "classpath*:catalogue/*/template.yaml";

    private final TemplateReader reader;

    Folders(RandomGenerator random) {
        this.reader = new TemplateReader(random);
    }

    List<Entry> read() {
        try {
            var entries = new ArrayList<Entry>();
            for (var template : new PathMatchingResourcePatternResolver().getResources(TEMPLATES)) {
                entries.add(read(template));
            }
            return entries;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The catalogue's folders cannot be read", unreadable);
        }
    }

    private Entry read(Resource template) throws IOException {
        var declarations = Declarations.parse(text(template.createRelative("variables.yaml")));
        var name = name(template);
        return new Entry(
                reader.read(name, text(template), declarations),
                declarations.order(),
                SearchWords.of(name, declarations));
    }

    private static String name(Resource template) throws IOException {
        var folder = template.getURL().getPath().replaceFirst("/[^/]*$", "");
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private static String text(Resource resource) throws IOException {
        return resource.getContentAsString(StandardCharsets.UTF_8);
    }
}
