package io.cosmopilot.conversations.understanding;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** The names that exist now, with the other names that people give templates. */
final class Names {

    private static final int SHORTEST_FUZZY = 4;

    private final Map<String, String> applications;
    private final Map<String, String> templates;
    private final Map<String, String> spaces;

    private Names(Map<String, String> applications, Map<String, String> templates, Map<String, String> spaces) {
        this.applications = applications;
        this.templates = templates;
        this.spaces = spaces;
    }

    /** A template's other names count only for a template that exists, or where nobody says which exist. */
    static Names of(Hints hints, Map<String, List<String>> alsoKnownAs) {
        Map<String, String> templates = byFolded(hints.templates());
        alsoKnownAs.forEach((template, others) -> {
            if (templates.isEmpty() || hints.templates().isEmpty() || templates.containsKey(template)) {
                templates.putIfAbsent(template, template);
                others.forEach(other -> templates.putIfAbsent(other, template));
            }
        });
        return new Names(byFolded(hints.applications()), templates, byFolded(hints.spaces()));
    }

    private static Map<String, String> byFolded(Collection<String> names) {
        Map<String, String> byFolded = new HashMap<>();
        names.forEach(name -> byFolded.put(name.toLowerCase(Locale.ROOT), name));
        return byFolded;
    }

    boolean isKnown(String folded) {
        return applications.containsKey(folded) || templates.containsKey(folded) || spaces.containsKey(folded);
    }

    /** What of the living a piece names; a slip is forgiven only where the piece means nothing else. */
    Set<String> standFor(Piece piece) {
        if (piece.kind() != Kind.WORD && piece.kind() != Kind.HAN) {
            return Set.of();
        }
        boolean fuzzy = (piece.concepts().isEmpty() || piece.weight() < 1)
                && piece.folded().length() >= SHORTEST_FUZZY;
        Set<String> found = new HashSet<>();
        add(found, "an-application", applications, piece.folded(), fuzzy);
        add(found, "a-template", templates, one(piece.folded()), fuzzy);
        add(found, "a-space", spaces, piece.folded(), fuzzy);
        return found;
    }

    /** "Two tomcats" are of the template tomcat. */
    private String one(String word) {
        String one = word.replaceFirst("(?<=x)es$|s$", "");
        return !templates.containsKey(word) && templates.containsKey(one) ? one : word;
    }

    private static void add(Set<String> found, String concept, Map<String, String> names, String word, boolean fuzzy) {
        if (names.containsKey(word)
                || (fuzzy && Spelling.closest(word, names.keySet()).isPresent())) {
            found.add(concept);
        }
    }

    /** Whether applications exist, and this is none of them. */
    boolean isForeign(String application) {
        return !applications.isEmpty() && !applications.containsValue(application);
    }

    String application(String written) {
        return resolve(written, applications, written);
    }

    String template(String written) {
        return resolve(one(written.toLowerCase(Locale.ROOT)), templates, written);
    }

    String space(String written) {
        return resolve(written, spaces, written);
    }

    private static String resolve(String word, Map<String, String> names, String otherwise) {
        // "Spring boot 应用" is written with and without a space.
        String folded = word.toLowerCase(Locale.ROOT).replaceAll("\\s+(?=\\p{IsHan})", "");
        String exact = names.get(folded);
        if (exact != null || folded.length() < SHORTEST_FUZZY) {
            return exact == null ? otherwise : exact;
        }
        return Spelling.closest(folded, names.keySet()).map(names::get).orElse(otherwise);
    }
}
