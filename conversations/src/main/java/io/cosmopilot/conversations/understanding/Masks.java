package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.cosmopilot.conversations.understanding.Pattern.Span;

/** Takes their meaning from words that are values: in "a space called deploy" nothing is deployed. */
final class Masks {

    private static final String EXISTING = "application";
    private static final String SPARED = "spared";

    private final List<Pattern> patterns;

    Masks(Vocabulary data, Script script) {
        patterns = data.list("masks").stream()
                .map(pattern -> Pattern.parse(pattern, script))
                .toList();
    }

    Message over(Message message) {
        List<Piece> pieces = new ArrayList<>(message.pieces());
        for (Pattern pattern : patterns) {
            pattern.forEach(
                    pieces,
                    0,
                    pieces.size(),
                    match -> match.values().forEach((slot, span) -> mask(pieces, span, slot)));
        }
        return new Message(message.text(), message.pairs(), pieces, message.names());
    }

    private static void mask(List<Piece> pieces, Span span, String slot) {
        for (int i = span.from(); i < span.to(); i++) {
            Piece piece = pieces.get(i);
            if (piece.isSpoken()) {
                pieces.set(i, piece.standingFor(meant(piece, slot), 1));
            }
        }
    }

    private static Set<String> meant(Piece piece, String slot) {
        return switch (slot) {
            case EXISTING -> named(piece);
            // "Stop mall, not shop": shop is no value either.
            case SPARED -> Set.of(SPARED);
            default -> Set.of("a-value");
        };
    }

    /** "The app restart": an application is meant, and nothing that its name means otherwise. */
    private static Set<String> named(Piece piece) {
        return piece.concepts().stream()
                .filter(concept -> concept.startsWith("a-") || concept.startsWith("an-"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
