package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Flows;
import io.cosmopilot.conversations.turns.Exchange;

/** Reverses what was done last, where that can be done: an answer in a flow, else the last thing that was executed. */
@Component
class Undoing {

    private static final String MANAGE = "manage";

    private final Stage stage;
    private final Flows flows;
    private final Cancelling cancelling;

    Undoing(Stage stage, Flows flows, Cancelling cancelling) {
        this.stage = stage;
        this.flows = flows;
        this.cancelling = cancelling;
    }

    void undo(Exchange exchange) {
        Optional<Draft> active = stage.active(exchange);
        if (active.isPresent()) {
            stage.back(exchange, active.get());
        } else if (!cancelling.cancelWork(exchange)) {
            exchange.done().ifPresentOrElse(done -> offer(exchange, done), () -> earlier(exchange));
        }
    }

    /** The person was asked, and wants it reversed. */
    void reverse(Exchange exchange) {
        Optional<Flow.Undo> undo = exchange.done().flatMap(done -> flows.undo(exchange.turn(), done));
        exchange.done(null);
        undo.ifPresent(what -> stage.begin(exchange, what.flow(), what.answers()));
    }

    private void offer(Exchange exchange, Draft done) {
        Optional<Flow.Undo> undo = flows.undo(exchange.turn(), done);
        if (undo.isEmpty()) {
            exchange.reply(
                    Stage.text(exchange, "conversations.undo.never", Stage.name(exchange, done)),
                    Commands.choices(exchange, "human"));
            return;
        }
        exchange.reply(
                Stage.text(exchange, "conversations.undo.ask", undo.get().what()),
                new Block.Choices(List.of(
                        Stage.choice(exchange, "reverse", Block.Style.PRIMARY),
                        Stage.choice(exchange, "leave", Block.Style.PLAIN))));
    }

    /** What was done in another conversation is known to whoever manages applications. */
    private void earlier(Exchange exchange) {
        if (flows.find(MANAGE).isPresent()) {
            stage.begin(exchange, MANAGE, Map.of("action", "undo"));
        } else {
            exchange.reply(Stage.text(exchange, "conversations.undo.nothing"));
        }
    }
}
