package io.cosmopilot.templates.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places of one text, each marked by a sentinel: a word that no text can contain by accident or on purpose, as it
 * is drawn for each reading. A sentinel is an ordinary word to YAML, so that the shape of a document is settled before
 * any value is known.
 */
public final class Places {

    private final String prefix;
    private final Pattern sentinel;
    private final List<String> names = new ArrayList<>();

    Places(String prefix) {
        this.prefix = prefix;
        this.sentinel = Pattern.compile(Pattern.quote(prefix) + "([0-9]{1,6})Z");
    }

    String sentinelFor(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return prefix + names.indexOf(name) + "Z";
    }

    public boolean in(String text) {
        return text.contains(prefix);
    }

    /** The variable, when a text is one place and nothing else. */
    public Optional<String> whole(String text) {
        var matcher = sentinel.matcher(text);
        return matcher.matches() ? Optional.of(name(matcher)) : Optional.empty();
    }

    /** The variables in a text, in their order. */
    public List<String> names(String text) {
        return sentinel.matcher(text)
                .results()
                .map(found -> names.get(Integer.parseInt(found.group(1))))
                .toList();
    }

    /** The text with each place replaced; a value is never looked into again. */
    public String fill(String text, Function<String, String> values) {
        return sentinel.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(values.apply(names.get(Integer.parseInt(found.group(1))))));
    }

    private String name(Matcher matcher) {
        return names.get(Integer.parseInt(matcher.group(1)));
    }
}
