package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** Puts together what belongs together although something stands between: "take blog offline". */
final class Separable {

    private static final int MOST_BETWEEN = 4;
    private static final String GAP = "..";
    /** "Could we get" stays a request where it begins "get it running"; "take it to" still says to where. */
    private static final Set<String> KEPT = Set.of("want", "plea", "to");

    /** The words before the gap and those behind it. */
    private record Phrase(String concept, List<String> head, List<String> tail) {}

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    Separable(Vocabulary data, Script script) {
        data.part("separable")
                .lists()
                .forEach((concept, written) -> written.forEach(phrase -> {
                    int gap = phrase.indexOf(GAP);
                    List<String> head = script.units(phrase.substring(0, gap));
                    byFirstWord
                            .computeIfAbsent(head.getFirst(), word -> new ArrayList<>())
                            .add(new Phrase(concept, head, script.units(phrase.substring(gap + GAP.length()))));
                }));
        // The longest end first: "back up" is more than "up".
        byFirstWord
                .values()
                .forEach(phrases -> phrases.sort(
                        (one, other) -> other.tail().size() - one.tail().size()));
    }

    List<Piece> over(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>(pieces);
        for (int at = 0; at < joined.size(); at++) {
            for (Phrase phrase : beginningWith(joined.get(at))) {
                if (join(joined, at, phrase)) {
                    break;
                }
            }
        }
        return joined;
    }

    private List<Phrase> beginningWith(Piece piece) {
        List<String> said = words(piece);
        if (said.size() == 1 || piece.kind() == Kind.HAN || !piece.is("want")) {
            return byFirstWord.getOrDefault(said.getFirst(), List.of());
        }
        return said.stream()
                .flatMap(word -> byFirstWord.getOrDefault(word, List.of()).stream())
                .toList();
    }

    /** Of a Chinese phrase each character. */
    private static List<String> words(Piece piece) {
        return List.of(piece.folded().split(piece.kind() == Kind.HAN ? "" : " ", -1)).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean join(List<Piece> pieces, int at, Phrase phrase) {
        int behind = end(pieces, at, phrase.head());
        if (behind < 0) {
            return false;
        }
        int last = Math.min(pieces.size(), behind + MOST_BETWEEN + 1);
        for (int tail = behind + 1; tail < last && pieces.get(tail - 1).kind() != Kind.BREAK; tail++) {
            int end = end(pieces, tail, phrase.tail());
            if (end > 0) {
                mark(pieces, at, behind, phrase.concept());
                mark(pieces, tail, end, "filler");
                return true;
            }
        }
        return false;
    }

    private static void mark(List<Piece> pieces, int from, int to, String concept) {
        for (int i = from; i < to; i++) {
            Piece piece = pieces.get(i);
            Set<String> meant = new HashSet<>(piece.concepts());
            meant.retainAll(KEPT);
            meant.add(i == from ? concept : "filler");
            pieces.set(i, piece.standingFor(meant, 1));
        }
    }

    /** The index behind the words if they stand there, or -1; a piece may be several of them, or a request with the only one. */
    private static int end(List<Piece> pieces, int from, List<String> words) {
        int at = from;
        for (int next = 0; next < words.size(); at++) {
            if (at >= pieces.size() || !pieces.get(at).isSpoken()) {
                return -1;
            }
            List<String> own = words(pieces.get(at));
            if (pieces.get(at).is("want") && words.size() == 1 && own.contains(words.getFirst())) {
                return at + 1;
            }
            int end = next + own.size();
            if (end > words.size() || !words.subList(next, end).equals(own)) {
                return -1;
            }
            next = end;
        }
        return at;
    }
}
