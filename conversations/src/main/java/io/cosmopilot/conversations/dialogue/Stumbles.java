package io.cosmopilot.conversations.dialogue;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.turns.Exchange;

/** What to say when something was not understood: rephrase, then examples and buttons, then a person. */
@Component
class Stumbles {

    private final Stage stage;
    private final Greeting greeting;
    private final Busy busy;

    Stumbles(Stage stage, Greeting greeting, Busy busy) {
        this.stage = stage;
        this.greeting = greeting;
        this.busy = busy;
    }

    /** In the middle of a flow: the question is asked again. */
    void in(Exchange exchange, Draft draft) {
        int times = exchange.stumbles() + 1;
        if (times >= 3) {
            exchange.reply(Stage.text(exchange, "conversations.stumble.human"), Commands.choices(exchange, "human"));
            exchange.stumbles(times);
            return;
        }
        exchange.reply(Stage.text(exchange, "conversations.stumble.flow"));
        if (times == 2) {
            stage.help(exchange, draft);
        } else {
            stage.go(exchange, draft);
        }
        exchange.stumbles(times);
    }

    void idle(Exchange exchange) {
        if (exchange.mode() == Mode.WAITING) {
            exchange.reply(Stage.text(exchange, "conversations.waiting"), Commands.choices(exchange, "bot"));
            return;
        }
        if (!exchange.working().isEmpty()) {
            busy.tell(exchange);
            return;
        }
        int times = exchange.stumbles() + 1;
        exchange.stumbles(times);
        if (times == 1) {
            exchange.reply(Stage.text(exchange, "conversations.stumble.first"));
        } else if (times == 2) {
            greeting.help(exchange);
        } else {
            exchange.reply(Stage.text(exchange, "conversations.stumble.human"), Commands.choices(exchange, "human"));
        }
        if (exchange.paused()) {
            stage.offerToResume(exchange);
        }
    }
}
