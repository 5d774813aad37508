package io.cosmopilot.conversations.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.State;
import io.cosmopilot.conversations.turns.Turns;

/** Takes what a person began on another channel over to this one. */
@Component
class Moving {

    private final Turns turns;
    private final Stage stage;

    Moving(Turns turns, Stage stage) {
        this.turns = turns;
        this.stage = stage;
    }

    /** False when there is nothing to move. */
    boolean move(Exchange exchange) {
        List<Draft> moved = new ArrayList<>();
        for (State there : turns.elsewhere(exchange.before())) {
            moved.addAll(leave(exchange, there));
        }
        exchange.stack().addAll(moved);
        if (moved.size() == 1) {
            exchange.reply(Stage.text(exchange, "conversations.here.moved", Stage.name(exchange, moved.getFirst())));
            stage.go(exchange, moved.getFirst());
        } else if (!moved.isEmpty()) {
            stage.offerToResume(exchange);
        }
        return !moved.isEmpty();
    }

    /** In the same transaction, so that a draft is never in two places and never in none. */
    private List<Draft> leave(Exchange exchange, State there) {
        List<Draft> left = new ArrayList<>();
        String channel = exchange.before().channel();
        turns.take(
                there.id(),
                "moved:" + exchange.before().id() + ":" + exchange.before().version(),
                other -> {
                    other.stack().forEach(draft -> left.add(unpinned(draft)));
                    other.stack().clear();
                    other.pause(false);
                    other.reply(Stage.text(
                            other, "conversations.here.left", other.words().say("conversations.channel." + channel)));
                });
        return left;
    }

    /** Messages of the other conversation cannot be revised from here. */
    private static Draft unpinned(Draft draft) {
        return new Draft(draft.id(), draft.flow(), draft.version(), draft.step(), draft.answers(), Map.of());
    }
}
