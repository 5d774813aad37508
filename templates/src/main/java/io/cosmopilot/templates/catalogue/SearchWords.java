package io.cosmopilot.templates.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import io.cosmopilot.templates.reading.Declarations;

/**
 * What a template is found by, in lower case.
 *
 * @param strong its name, titles and keywords
 * @param weak its descriptions
 */
record SearchWords(String name, List<String> strong, String weak) {

    static SearchWords of(String name, Declarations declarations) {
        var strong = new ArrayList<String>();
        strong.add(name);
        strong.add(declarations.title().zh().toLowerCase(Locale.ROOT));
        Collections.addAll(
                strong, declarations.title().en().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        declarations.keywords().forEach(keyword -> strong.add(keyword.toLowerCase(Locale.ROOT)));
        var description = declarations.description();
        return new SearchWords(
                name, List.copyOf(strong), (description.zh() + " " + description.en()).toLowerCase(Locale.ROOT));
    }
}
