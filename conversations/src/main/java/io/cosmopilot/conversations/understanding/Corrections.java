package io.cosmopilot.conversations.understanding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.cosmopilot.conversations.understanding.Pattern.Match;
import io.cosmopilot.conversations.understanding.Pattern.Span;
import io.cosmopilot.conversations.understanding.Piece.Kind;

/** "No, call it shop", "replicas=3", 副本改成3: the whole message changes one answer. */
final class Corrections {

    private static final String SLOT = "slot";
    private static final String VALUE = "value";

    /** A way to correct oneself, with the slot it is about where the words do not name one. */
    private record Phrase(Pattern pattern, String slot) {}

    private final List<Phrase> phrases;
    private final Values values;

    Corrections(Vocabulary data, Script script, Values values) {
        this.values = values;
        this.phrases = data.entries("corrections").stream()
                .map(entry -> new Phrase(Pattern.parse(entry.string("say", ""), script), entry.string(SLOT, "")))
                .toList();
    }

    Optional<Meaning.Correction> in(Message message) {
        List<Piece> unbroken = message.pieces().stream()
                .filter(piece -> piece.kind() != Kind.BREAK)
                .toList();
        if (message.pairs().size() == 1 && unbroken.stream().allMatch(Piece::isSkippable)) {
            return Optional.of(of(message.pairs().getFirst(), message.names()));
        }
        Message whole = new Message(message.text(), message.pairs(), unbroken, message.names());
        return phrases.stream()
                .flatMap(phrase -> phrase.pattern().whole(unbroken).map(match -> of(phrase, match, whole)).stream())
                .findFirst();
    }

    private Meaning.Correction of(Pair pair, Names names) {
        String slot = values.slot(pair.key());
        String written = values.isVerbatim(slot) ? pair.verbatim() : pair.value();
        return new Meaning.Correction(slot, values.normal(slot, written, names));
    }

    private Meaning.Correction of(Phrase phrase, Match match, Message message) {
        Map<String, Span> found = match.values();
        String slot = found.containsKey(SLOT) ? named(found, message) : phrase.slot();
        String value = words(found, VALUE, message);
        return slot.isEmpty()
                ? new Meaning.Correction(null, value)
                : new Meaning.Correction(slot, values.normal(slot, value, message.names()));
    }

    private String named(Map<String, Span> found, Message message) {
        return values.slot(words(found, SLOT, message).toLowerCase(Locale.ROOT));
    }

    private static String words(Map<String, Span> found, String part, Message message) {
        Span span = java.util.Objects.requireNonNull(found.get(part), part);
        return message.words(span.from(), span.to());
    }
}
