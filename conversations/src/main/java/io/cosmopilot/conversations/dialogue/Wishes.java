package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Flows;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.understanding.Intent;

/** Begins what a person wishes; asks when it could be several things. */
@Component
class Wishes {

    private final Stage stage;
    private final Flows flows;
    private final Greeting greeting;

    Wishes(Stage stage, Flows flows, Greeting greeting) {
        this.stage = stage;
        this.flows = flows;
        this.greeting = greeting;
    }

    void grant(Exchange exchange, List<Intent> intents) {
        if (intents.size() > 1) {
            clarify(exchange, intents);
        } else {
            begin(exchange, intents.getFirst().name(), intents.getFirst().slots());
        }
    }

    /** More about the flow that is being talked about already; false when the wish is something else. */
    boolean addTo(Exchange exchange, Draft draft, List<Intent> intents) {
        Optional<Intent> same = intents.stream()
                .filter(intent ->
                        intent.name().equals(draft.flow()) && !intent.slots().isEmpty())
                .findFirst();
        if (intents.size() == 1 && same.isPresent()) {
            stage.add(exchange, draft, same.get().slots());
            return true;
        }
        return false;
    }

    void begin(Exchange exchange, String flow, Map<String, String> known) {
        if (flow.equals("journey")) {
            greeting.journey(exchange);
        } else if (flows.find(flow).isPresent()) {
            stage.begin(exchange, flow, known);
        } else {
            exchange.reply(
                    Stage.text(
                            exchange, "conversations.notyet", exchange.words().say("conversations.flow." + flow)),
                    Commands.choices(exchange, "human"));
        }
    }

    /** The wishes are kept in the buttons' ids by name only: what else was said is asked again. */
    private void clarify(Exchange exchange, List<Intent> intents) {
        List<Block.Choice> choices = intents.stream()
                .limit(3)
                .map(intent ->
                        Block.Choice.of(intent.name(), exchange.words().say("conversations.flow." + intent.name())))
                .distinct()
                .toList();
        exchange.reply(Stage.text(exchange, "conversations.clarify"), new Block.Choices(choices));
    }
}
