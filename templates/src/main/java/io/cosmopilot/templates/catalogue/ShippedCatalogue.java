package io.cosmopilot.templates.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.cosmopilot.templates.Catalogue;
import io.cosmopilot.templates.Template;

/** All templates on the class path, read once. */
public final class ShippedCatalogue implements Catalogue {

    private final List<Entry> entries;

    private ShippedCatalogue(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads every folder.
     *
     * @param random for sentinels and generated secrets: nobody may foresee it
     */
    public static Catalogue load(RandomGenerator random) {
        return new ShippedCatalogue(new Folders(random)
                .read().stream().sorted(Comparator.comparingInt(Entry::order)).toList());
    }

    @Override
    public List<Template> all() {
        return entries.stream().map(Entry::template).toList();
    }

    @Override
    public List<Template> search(String words) {
        var query = Query.of(words);
        return entries.stream()
                .map(entry -> Map.entry(entry, query.score(entry.words())))
                .filter(scored -> scored.getValue() > 0)
                .sorted(Comparator.comparingInt(scored -> -scored.getValue()))
                .map(scored -> scored.getKey().template())
                .toList();
    }

    @Override
    public Optional<Template> find(String name) {
        return all().stream().filter(template -> template.name().equals(name)).findFirst();
    }
}
