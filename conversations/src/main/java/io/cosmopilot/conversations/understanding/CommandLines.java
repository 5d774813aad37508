package io.cosmopilot.conversations.understanding;

import java.util.List;
import java.util.Optional;

import io.cosmopilot.conversations.understanding.IntentSpec.Line;

/** One-line commands: a verb, what it is about, and keys with values; nothing else. */
final class CommandLines {

    private final List<IntentSpec> intents;
    private final Values values;
    private final Roles roles;

    CommandLines(List<IntentSpec> intents, Values values, Roles roles) {
        this.intents = intents;
        this.values = values;
        this.roles = roles;
    }

    /** Lines that need a pair come first: "blog" asks how it is, "blog replicas=3" scales it. */
    Optional<Intent> in(Message message) {
        return message.pieces().stream().anyMatch(this::isReserve)
                ? Optional.empty()
                : in(message, true).or(() -> in(message, false));
    }

    /** "Next week we upgrade api" is no command, although nothing else is said. */
    private boolean isReserve(Piece piece) {
        return piece.isSkippable() && (roles.isHedge(piece) || roles.isOverallHedge(piece));
    }

    private Optional<Intent> in(Message message, boolean demanding) {
        for (IntentSpec intent : intents) {
            for (Line line : intent.lines()) {
                Optional<Intent> found =
                        line.needs().isEmpty() == demanding ? Optional.empty() : read(intent, line, message);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Intent> read(IntentSpec intent, Line line, Message message) {
        return line.pattern()
                .whole(message.pieces())
                .map(match -> new Answers(intent, values, message.names())
                        .put(line.sets())
                        .put(match.values(), message)
                        .put(message.pairs()))
                .filter(answers -> line.needs().stream().allMatch(answers::has))
                .filter(answers -> !answers.isAboutNothing())
                .map(answers -> new Intent(intent.name(), answers.slots()));
    }
}
