package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Flows;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.understanding.Intent;

/** Begins what a person wishes; asks when it could be several things. */
@Component
class Wishes {

    /** More buttons would be a menu, not a question. */
    private static final int MOST = 3;

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
            return stage.add(exchange, draft, same.get().slots());
        }
        return false;
    }

    /** A flow that is open already goes on, unless something new was said about it. */
    void begin(Exchange exchange, String flow, Map<String, String> known) {
        Optional<Draft> open = exchange.stack().stream()
                .filter(draft -> draft.flow().equals(flow) && known.isEmpty())
                .findFirst();
        if (open.isPresent()) {
            stage.go(exchange, open.get());
        } else if (flow.equals("journey")) {
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

    /** What else was said is kept until one of the buttons is pressed. */
    private void clarify(Exchange exchange, List<Intent> intents) {
        List<Intent> likely = intents.stream().limit(MOST).toList();
        List<Block.Choice> choices = likely.stream()
                .map(intent ->
                        Block.Choice.of(intent.name(), exchange.words().say("conversations.flow." + intent.name())))
                .distinct()
                .toList();
        exchange.wishes(
                likely.stream().collect(Collectors.toMap(Intent::name, Intent::slots, (first, second) -> first)));
        exchange.reply(Stage.text(exchange, "conversations.clarify"), new Block.Choices(choices));
    }
}
