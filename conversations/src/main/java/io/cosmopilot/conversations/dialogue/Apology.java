package io.cosmopilot.conversations.dialogue;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Snapshot.Attempt;
import io.cosmopilot.conversations.turns.Turns;

/**
 * Says that something of ours went wrong, with an id that is in the log, and offers to try again; the conversation is
 * as it was before. It does nothing that could fail a second time: the question is not asked again.
 */
@Component
class Apology {

    /** The button that takes what failed again. */
    static final String AGAIN = "again";

    private static final Logger log = LoggerFactory.getLogger(Apology.class);

    void say(Exchange exchange, Turns.Failed failed, Incoming incoming) {
        log(exchange, failed);
        if (exchange.failed().isEmpty() || !isAgain(incoming)) {
            exchange.failed(attempt(incoming));
        }
        exchange.reply(
                Stage.text(exchange, "conversations.apology", failed.id()),
                new Block.Choices(List.of(
                        Stage.choice(exchange, AGAIN, Block.Style.PRIMARY),
                        Stage.choice(exchange, "human", Block.Style.PLAIN))));
    }

    /** News of a flow could not be told; that is tried again without the person, whose open question stays as it is. */
    void say(Exchange exchange, Turns.Failed failed, String flow) {
        log(exchange, failed);
        exchange.reply(Stage.text(exchange, "conversations.apology.report", flow, failed.id()));
    }

    private static void log(Exchange exchange, Turns.Failed failed) {
        log.error(
                "turn {} of conversation {} failed",
                failed.id(),
                exchange.before().id(),
                failed);
    }

    private static boolean isAgain(Incoming incoming) {
        return incoming instanceof Incoming.Chose chose && chose.choice().equals(AGAIN);
    }

    private static Attempt attempt(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said -> new Attempt(said.text(), null, null);
            case Incoming.Attached attached -> new Attempt(attached.text(), null, null);
            case Incoming.Chose chose -> new Attempt(null, chose.choice(), null);
            case Incoming.Submitted submitted -> new Attempt(null, null, submitted.fields());
        };
    }
}
