package io.cosmopilot.conversations.dialogue;

import java.time.Clock;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.State;
import io.cosmopilot.conversations.turns.Turns;

/** Reminds a person once of a question that is open, and puts it aside when they stay away. */
@Component
class Silence {

    private static final Logger log = LoggerFactory.getLogger(Silence.class);
    private static final int AT_ONCE = 100;

    private final Turns turns;
    private final Stage stage;
    private final SilenceSettings settings;
    private final Clock clock;

    Silence(Turns turns, Stage stage, SilenceSettings settings, Clock clock) {
        this.turns = turns;
        this.stage = stage;
        this.settings = settings;
        this.clock = clock;
    }

    void look() {
        turns.waiting(clock.instant().minus(settings.park()), true, AT_ONCE)
                .forEach(state -> turn(state, exchange -> park(exchange)));
        turns.waiting(clock.instant().minus(settings.remind()), false, AT_ONCE)
                .forEach(state -> turn(state, exchange -> remind(exchange)));
    }

    private void remind(Exchange exchange) {
        stage.active(exchange).ifPresent(draft -> {
            exchange.reply(Stage.text(exchange, "conversations.silence.reminder", Stage.name(exchange, draft)));
            exchange.remind();
            stage.go(exchange, draft);
        });
    }

    private void park(Exchange exchange) {
        stage.active(exchange).map(draft -> name(exchange, draft)).ifPresent(what -> {
            exchange.pause(true);
            exchange.reply(Stage.text(exchange, "conversations.silence.parked", what));
        });
    }

    private static String name(Exchange exchange, Draft draft) {
        return Stage.name(exchange, draft);
    }

    /** Whoever spoke in between is not silent. One conversation that fails does not keep the others waiting. */
    private void turn(State state, Consumer<Exchange> play) {
        try {
            turns.take(state.id(), "silence:" + state.version(), exchange -> {
                if (exchange.before().version() == state.version() && stage.upgrade(exchange)) {
                    play.accept(exchange);
                }
            });
        } catch (Turns.Failed e) {
            log.error("turn {} of conversation {} failed", e.id(), state.id(), e);
        }
    }
}
