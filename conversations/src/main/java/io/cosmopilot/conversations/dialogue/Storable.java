package io.cosmopilot.conversations.dialogue;

import java.util.Map;
import java.util.stream.Collectors;

import io.cosmopilot.conversations.Incoming;

/** What people send without the characters that PostgreSQL keeps in no text: NUL and halves of a surrogate pair. */
final class Storable {

    private Storable() {}

    static Incoming of(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said -> new Incoming.Said(said.id(), clean(said.text()));
            case Incoming.Attached attached ->
                new Incoming.Attached(attached.id(), attached.upload(), clean(attached.text()));
            case Incoming.Submitted submitted ->
                new Incoming.Submitted(submitted.id(), submitted.seq(), clean(submitted.fields()));
            case Incoming.Chose chose -> chose;
        };
    }

    private static Map<String, String> clean(Map<String, String> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(
                        field -> clean(field.getKey()), field -> clean(field.getValue()), (first, second) -> first));
    }

    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
