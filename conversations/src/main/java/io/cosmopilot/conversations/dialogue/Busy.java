package io.cosmopilot.conversations.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;

/** Tells how far the work has come that a person waits for, and how to stop it where it can be stopped. */
@Component
class Busy {

    private final Turns turns;
    private final Stage stage;

    Busy(Turns turns, Stage stage) {
        this.turns = turns;
        this.stage = stage;
    }

    void tell(Exchange exchange) {
        List<Draft> working = exchange.working();
        List<String> what = working.stream()
                .map(draft -> Stage.name(exchange, draft))
                .distinct()
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Stage.text(exchange, "conversations.busy", String.join(", ", what)));
        blocks.addAll(progress(exchange, working.getLast()));
        if (stage.work(working.getLast()).filter(Work::stoppable).isPresent()) {
            blocks.add(Commands.choices(exchange, "cancel"));
        }
        exchange.reply(blocks);
    }

    /** As it was told last. */
    private List<Block> progress(Exchange exchange, Draft draft) {
        return draft.revised().stream()
                .map(seq -> turns.find(exchange.before().id(), seq))
                .flatMap(Optional::stream)
                .flatMap(message -> message.blocks().stream())
                .filter(Block.Progress.class::isInstance)
                .toList();
    }
}
