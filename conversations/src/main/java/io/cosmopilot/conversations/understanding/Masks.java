package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.cosmopilot.conversations.understanding.Pattern.Span;

/** Takes their meaning from words that are values: in "a space called deploy" nothing is deployed. */
final class Masks {

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
                    pieces, 0, pieces.size(), match -> match.values().values().forEach(span -> mask(pieces, span)));
        }
        return new Message(message.text(), message.pairs(), pieces, message.names());
    }

    private static void mask(List<Piece> pieces, Span span) {
        for (int i = span.from(); i < span.to(); i++) {
            if (pieces.get(i).isSpoken()) {
                pieces.set(i, pieces.get(i).standingFor(Set.of("a-value"), 1));
            }
        }
    }
}
