package io.cosmopilot.conversations.understanding;

import java.util.List;
import java.util.Optional;

import io.cosmopilot.conversations.understanding.IntentSpec.Line;

/** One-line commands: a verb, what it is about, and keys with values; nothing else. */
final class CommandLines {

    private final List<IntentSpec> intents;
    private final Values values;

    CommandLines(List<IntentSpec> intents, Values values) {
        this.intents = intents;
        this.values = values;
    }

    Optional<Intent> in(Message message) {
        for (IntentSpec intent : intents) {
            for (Line line : intent.lines()) {
                Optional<Intent> found = line.pattern()
                        .whole(message.pieces())
                        .map(match -> new Answers(intent, values, message.names())
                                .put(line.sets())
                                .put(match.values(), message)
                                .put(message.pairs()))
                        .map(answers -> new Intent(intent.name(), answers.slots()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
