package io.cosmopilot.conversations.dialogue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;

/** Says that something of ours went wrong, with an id that is in the log; the conversation is as it was before. */
@Component
class Apology {

    private static final Logger log = LoggerFactory.getLogger(Apology.class);

    private final Stage stage;

    Apology(Stage stage) {
        this.stage = stage;
    }

    void say(Exchange exchange, Turns.Failed failed) {
        log.error(
                "turn {} of conversation {} failed",
                failed.id(),
                exchange.before().id(),
                failed);
        exchange.reply(Stage.text(exchange, "conversations.apology", failed.id()));
        stage.active(exchange).ifPresent(draft -> stage.go(exchange, draft));
    }
}
