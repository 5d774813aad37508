package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** The phrases that stand for something: the longest one wins, a slip of the fingers is forgiven in longer words. */
final class Lexicon {

    private static final double MISSPELT = 0.92;
    private static final int MOST_CORRECTIONS = 40;
    private static final int SHORTEST_CORRECTED = 5;

    /** A place in the tree of phrases. */
    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final Set<String> concepts = new HashSet<>();
    }

    private final Node root = new Node();
    private final Set<String> spellings = new HashSet<>();
    private final Map<Character, List<String>> byFirstLetter = new HashMap<>();
    private final Script script;

    Lexicon(Vocabulary data, Script script) {
        this.script = script;
        data.part("concepts").lists().forEach((concept, phrases) -> phrases.forEach(phrase -> add(phrase, concept)));
        data.part("separable")
                .lists()
                .forEach((concept, phrases) ->
                        phrases.forEach(phrase -> add(phrase.replaceFirst("\\s*\\.\\.\\s*", " "), concept)));
        // Names of several words are one piece; whether a template is called so is known only later.
        data.part("templates")
                .lists()
                .values()
                .forEach(names -> names.stream().filter(Lexicon::isPhrase).forEach(name -> add(name, "a-name")));
        data.part("keys").lists().values().forEach(words -> words.forEach(word -> add(word, "key")));
    }

    private static boolean isPhrase(String name) {
        return name.indexOf(' ') > 0 || name.codePoints().allMatch(Tokens::isHan);
    }

    private void add(String phrase, String concept) {
        Node node = root;
        for (String unit : script.units(phrase)) {
            node = node.next.computeIfAbsent(unit, key -> new Node());
            if (unit.length() >= SHORTEST_CORRECTED - 1 && spellings.add(unit)) {
                byFirstLetter
                        .computeIfAbsent(unit.charAt(0), key -> new ArrayList<>())
                        .add(unit);
            }
        }
        node.concepts.add(concept);
    }

    /** The pieces with what they stand for; words of one phrase become one piece. */
    List<Piece> read(List<Piece> pieces, Names names) {
        return new Reading(pieces, names).read();
    }

    private final class Reading {
        private final List<Piece> pieces;
        private final Names names;
        private final Looks looks;
        private final List<Piece> read = new ArrayList<>();
        private int corrections;

        private Reading(List<Piece> pieces, Names names) {
            this.pieces = pieces;
            this.names = names;
            this.looks = new Looks(pieces, script, names);
        }

        private List<Piece> read() {
            String[] units = new String[pieces.size()];
            for (int i = 0; i < units.length; i++) {
                units[i] = spelt(pieces.get(i));
            }
            for (int i = 0; i < units.length; ) {
                i = phrase(units, i);
            }
            return read;
        }

        private String spelt(Piece piece) {
            String word = piece.folded();
            boolean kept = piece.kind() != Kind.WORD
                    || word.length() < SHORTEST_CORRECTED - 1
                    || spellings.contains(word)
                    || names.isKnown(word)
                    || corrections++ > MOST_CORRECTIONS;
            return kept ? word : correct(word).orElse(word);
        }

        private Optional<String> correct(String word) {
            return Spelling.closest(word, byFirstLetter.getOrDefault(word.charAt(0), List.of()));
        }

        private int phrase(String[] units, int from) {
            Node node = root;
            Node longest = null;
            int end = from;
            int at = from;
            while (at < units.length && pieces.get(at).isSpoken() && (node = node.next.get(units[at])) != null) {
                at++;
                if (!node.concepts.isEmpty()) {
                    longest = node;
                    end = at;
                }
            }
            int numeral = numeralEnd(from);
            if (numeral > end) {
                return join(from, numeral, Set.of("number"), 1);
            }
            return longest == null ? single(from) : join(from, end, longest.concepts, weight(units, from, end));
        }

        private int numeralEnd(int from) {
            int end = from;
            while (end < pieces.size() && script.isNumeral(pieces.get(end).folded())) {
                end++;
            }
            return end;
        }

        private double weight(String[] units, int from, int end) {
            for (int i = from; i < end; i++) {
                if (!units[i].equals(pieces.get(i).folded())) {
                    return MISSPELT;
                }
            }
            return 1;
        }

        private int single(int at) {
            Piece piece = pieces.get(at);
            Piece last = read.isEmpty() ? null : read.getLast();
            if (piece.kind() == Kind.HAN
                    && last != null
                    && last.kind() == Kind.HAN
                    && last.concepts().isEmpty()
                    && last.end() == piece.start()) {
                read.removeLast();
                add(Piece.plain(Kind.HAN, last.start(), piece.end(), last.folded() + piece.folded()));
            } else {
                add(piece);
            }
            return at + 1;
        }

        private int join(int from, int end, Set<String> concepts, double weight) {
            Piece first = pieces.get(from);
            StringBuilder folded = new StringBuilder(first.folded());
            for (int i = from + 1; i < end; i++) {
                folded.append(pieces.get(i).kind() == Kind.WORD ? " " : "")
                        .append(pieces.get(i).folded());
            }
            add(new Piece(first.kind(), first.start(), pieces.get(end - 1).end(), folded.toString(), concepts, weight));
            return end;
        }

        private void add(Piece piece) {
            read.add(looks.at(piece));
        }
    }
}
