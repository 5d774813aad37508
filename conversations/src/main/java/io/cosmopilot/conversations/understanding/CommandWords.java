package io.cosmopilot.conversations.understanding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that count only when they are the whole message, courtesy and punctuation aside. */
final class CommandWords {

    private static final int LONGEST = 12;

    private final Map<String, Word> words = new HashMap<>();
    private final Set<String> courtesies = new HashSet<>();
    private final Set<String> single;

    CommandWords(Vocabulary data, Script script) {
        data.part("commands")
                .lists()
                .forEach((word, phrases) ->
                        phrases.forEach(phrase -> words.put(key(phrase, script), Word.valueOf(word))));
        data.list("courtesies").forEach(phrase -> courtesies.add(String.join(" ", script.units(phrase))));
        single = words.keySet().stream()
                .filter(phrase -> phrase.indexOf(' ') < 0)
                .collect(Collectors.toSet());
    }

    /** "??" has no words: it is taken as it is written. */
    private static String key(String phrase, Script script) {
        List<String> units = script.units(phrase);
        return units.isEmpty() ? phrase : String.join(" ", units);
    }

    Optional<Word> in(List<Piece> pieces, boolean mayBeMisspelt) {
        List<String> units = pieces.stream()
                .filter(piece -> piece.isSpoken() || piece.kind() == Piece.Kind.QUOTED)
                .map(Piece::folded)
                .toList();
        if (units.isEmpty()) {
            String marks = pieces.stream().map(Piece::folded).collect(Collectors.joining());
            return Optional.ofNullable(words.get(marks))
                    .or(() -> pieces.stream().findFirst().map(piece -> words.get(piece.folded())));
        }
        return units.size() > LONGEST ? Optional.empty() : strip(units, mayBeMisspelt);
    }

    /** The whole first: "no thanks" is a no, although "thanks" is a courtesy. */
    private Optional<Word> strip(List<String> units, boolean mayBeMisspelt) {
        for (int dropped = 0; dropped < units.size(); dropped++) {
            for (int front = 0; front <= dropped; front++) {
                int end = units.size() - (dropped - front);
                if (isCourtesy(units.subList(0, front)) && isCourtesy(units.subList(end, units.size()))) {
                    Optional<Word> word = find(units.subList(front, end), mayBeMisspelt);
                    if (word.isPresent()) {
                        return word;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Word> find(List<String> units, boolean mayBeMisspelt) {
        Word word = words.get(String.join(" ", units));
        if (word != null) {
            return Optional.of(word);
        }
        if (units.size() > 1) {
            return insisted(units);
        }
        return !mayBeMisspelt
                ? Optional.empty()
                : Spelling.closest(units.getFirst(), single).map(words::get);
    }

    /** "Yep, go ahead" says the same thing twice. */
    private Optional<Word> insisted(List<String> units) {
        for (int first = 1; first < units.size(); first++) {
            Word word = words.get(String.join(" ", units.subList(0, first)));
            if (word != null && isOnly(word, units.subList(first, units.size()))) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private boolean isOnly(Word word, List<String> units) {
        for (int first = units.size(); first > 0; first--) {
            if (words.get(String.join(" ", units.subList(0, first))) == word
                    && (first == units.size() || isOnly(word, units.subList(first, units.size())))) {
                return true;
            }
        }
        return false;
    }

    /** One or more courtesies in a row. */
    private boolean isCourtesy(List<String> units) {
        if (units.isEmpty()) {
            return true;
        }
        for (int first = units.size(); first > 0; first--) {
            if (courtesies.contains(String.join(" ", units.subList(0, first)))
                    && isCourtesy(units.subList(first, units.size()))) {
                return true;
            }
        }
        return false;
    }
}
