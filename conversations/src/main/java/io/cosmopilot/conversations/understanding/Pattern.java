package io.cosmopilot.conversations.understanding;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** A sequence of concepts, words and places for values, as {@code "@called <name:name!>"} in the data has it. */
final class Pattern {

    /** Where a value was found: from the first piece up to, but without, the last. */
    record Span(int from, int to) {}

    /** Where a pattern began and ended, and the values on its way. */
    record Match(int start, int end, Map<String, Span> values) {}

    private final List<Element> elements;
    private final Script script;

    private Pattern(List<Element> elements, Script script) {
        this.elements = elements;
        this.script = script;
    }

    static Pattern parse(String pattern, Script script) {
        return new Pattern(
                Arrays.stream(pattern.strip().split("\\s+", -1))
                        .map(Element::parse)
                        .toList(),
                script);
    }

    /** The first place between the two where the pattern fits. */
    private Optional<Match> find(List<Piece> pieces, int from, int to) {
        for (int start = from; start < to; start++) {
            Match match = elements.getFirst().step(pieces, start, to, script) < 0
                    ? null
                    : match(pieces, 0, start, to, new LinkedHashMap<>());
            if (match != null) {
                return Optional.of(new Match(start, match.end(), match.values()));
            }
        }
        return Optional.empty();
    }

    /** Each place between the two where the pattern fits; what is done there may change the pieces. */
    void forEach(List<Piece> pieces, int from, int to, Consumer<Match> deed) {
        Optional<Match> match = find(pieces, from, to);
        while (match.isPresent()) {
            deed.accept(match.get());
            match = find(pieces, match.get().start() + 1, to);
        }
    }

    /** Fits only if nothing of weight is left over on either side. */
    Optional<Match> whole(List<Piece> pieces) {
        for (int end = pieces.size(); end > 0; end--) {
            Match match = match(pieces, 0, 0, end, new LinkedHashMap<>());
            if (match != null && match.end() == end) {
                return Optional.of(match);
            }
            if (!isLight(pieces.get(end - 1))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isLight(Piece piece) {
        return piece.isSkippable() || piece.kind() == Kind.BREAK;
    }

    private @Nullable Match match(List<Piece> pieces, int element, int at, int to, Map<String, Span> values) {
        if (element == elements.size()) {
            return new Match(at, at, values);
        }
        Element expected = elements.get(element);
        int next = at < to ? expected.step(pieces, at, to, script) : -1;
        if (next > 0) {
            Match match = match(pieces, element + 1, next, to, with(values, expected, at, next));
            if (match != null) {
                return match;
            }
        }
        if (at < to && (pieces.get(at).isSkippable() || isGap(expected, pieces.get(at)))) {
            Match match = match(pieces, element, at + 1, to, values);
            if (match != null) {
                return match;
            }
        }
        return expected.isOptional() ? match(pieces, element + 1, at, to, values) : null;
    }

    private static boolean isGap(Element element, Piece piece) {
        return element.isAfterGap() && piece.kind() != Kind.BREAK;
    }

    private static Map<String, Span> with(Map<String, Span> values, Element element, int from, int to) {
        if (element instanceof Element.Value value) {
            Map<String, Span> more = new LinkedHashMap<>(values);
            more.put(value.slot(), new Span(from, to));
            return more;
        }
        return values;
    }
}
