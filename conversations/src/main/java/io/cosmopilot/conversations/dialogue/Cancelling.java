package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Snapshot;

/** Drops what a person no longer wants. Where something exists already, says what and asks first. */
@Component
class Cancelling {

    private final Stage stage;

    Cancelling(Stage stage) {
        this.stage = stage;
    }

    /** Cancels what is talked about, otherwise what is worked on; false when there is neither. */
    boolean cancel(Exchange exchange) {
        return cancel(exchange, wanted(exchange));
    }

    /** Cancels what was interrupted, and never what is worked on. */
    boolean cancelInterrupted(Exchange exchange) {
        return cancel(exchange, stage.top(exchange));
    }

    /** Cancels what is worked on, and never what was interrupted. */
    boolean cancelWork(Exchange exchange) {
        return cancel(exchange, latestWork(exchange));
    }

    private boolean cancel(Exchange exchange, Optional<Draft> draft) {
        draft.ifPresent(wanted -> stage.made(exchange, wanted)
                .ifPresentOrElse(made -> ask(exchange, wanted, made), () -> drop(exchange, wanted)));
        return draft.isPresent();
    }

    /** The person was asked, and wants it all the same. */
    void abandon(Exchange exchange) {
        wanted(exchange).ifPresent(draft -> drop(exchange, draft));
    }

    /** What is talked about, what is worked on, or what was interrupted; that first where it was just asked about. */
    private Optional<Draft> wanted(Exchange exchange) {
        Snapshot.Offer offer = exchange.offer();
        boolean asked = offer != null
                && offer.choices().stream().anyMatch(choice -> choice.id().equals("drop"));
        return asked
                ? stage.top(exchange).or(() -> latestWork(exchange))
                : stage.active(exchange).or(() -> latestWork(exchange)).or(() -> stage.top(exchange));
    }

    private static Optional<Draft> latestWork(Exchange exchange) {
        List<Draft> working = exchange.working();
        return working.isEmpty() ? Optional.empty() : Optional.of(working.getLast());
    }

    private void ask(Exchange exchange, Draft draft, String made) {
        boolean working = stage.work(draft).isPresent();
        exchange.pause(!working);
        exchange.reply(
                Stage.text(exchange, "conversations.cancel.made", Stage.name(exchange, draft), made),
                new Block.Choices(List.of(
                        Stage.choice(exchange, working ? "wait" : "resume", Block.Style.PRIMARY),
                        Stage.choice(exchange, "abandon", Block.Style.DANGER))));
    }

    private void drop(Exchange exchange, Draft draft) {
        Optional<Work> work = stage.work(draft);
        if (work.isPresent() && !work.get().stoppable()) {
            exchange.reply(Stage.text(exchange, "conversations.cancel.late", Stage.name(exchange, draft)));
            return;
        }
        if (work.isEmpty()) {
            String key =
                    stage.made(exchange, draft).isPresent() ? "conversations.cancel.left" : "conversations.cancelled";
            exchange.reply(Stage.text(exchange, key, Stage.name(exchange, draft)));
        }
        stage.drop(exchange, draft);
        exchange.pause(false);
        stage.offerToResume(exchange);
    }
}
