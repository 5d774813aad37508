package io.cosmopilot.conversations.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** How characters and numbers are written: traditional forms, Chinese numerals, numbers as words. */
final class Script {

    private final Map<Character, Character> simplified = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Script(Vocabulary data) {
        for (String pairs : data.list("characters")) {
            for (String pair : pairs.strip().split("\\s+", -1)) {
                simplified.put(pair.charAt(0), pair.charAt(1));
            }
        }
        data.part("numbers").strings().forEach((word, value) -> numbers.put(word, Integer.parseInt(value)));
    }

    Utterance fold(String raw) {
        return Utterance.of(raw, simplified);
    }

    /** The pieces of a text from the data, as its patterns and phrases are compared with. */
    List<String> units(String phrase) {
        return Tokens.of(fold(phrase), List.of()).stream()
                .filter(piece -> piece.isSpoken() || piece.kind() == Piece.Kind.SYMBOL)
                .map(Piece::folded)
                .toList();
    }

    boolean isNumeral(String unit) {
        return unit.length() == 1 && Tokens.isHan(unit.charAt(0)) && numbers.containsKey(unit);
    }

    /** A number below ten thousand in digits, as a word, or in Chinese numerals. */
    OptionalInt number(String folded) {
        if (folded.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return folded.isEmpty() || folded.length() > 4
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseInt(folded));
        }
        Integer word = numbers.get(folded);
        return word != null ? OptionalInt.of(word) : numerals(folded);
    }

    private OptionalInt numerals(String folded) {
        int total = 0;
        int pending = -1;
        for (int i = 0; i < folded.length(); i++) {
            Integer value = numbers.get(folded.substring(i, i + 1));
            if (value == null || !Tokens.isHan(folded.charAt(i))) {
                return OptionalInt.empty();
            }
            if (value >= 10) {
                total += (pending < 0 ? 1 : pending) * value;
                pending = -1;
            } else {
                pending = Math.max(pending, 0) * (total == 0 && pending > 0 ? 10 : 1) + value;
            }
        }
        return total + Math.max(pending, 0) > 9_999
                ? OptionalInt.empty()
                : OptionalInt.of(total + Math.max(pending, 0));
    }
}
