package io.cosmopilot.conversations.dialogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Flows;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Snapshot;
import io.cosmopilot.conversations.understanding.Intent;

/** Begins what a person wishes; asks when it could be several things. */
@Component
class Wishes {

    /** More buttons would be a menu, not a question. */
    private static final int MOST = 3;

    private static final String GUIDE = "guide";

    /** Between a flow and a number: another wish for the same flow. */
    private static final char ANOTHER = '~';

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

    /**
     * More about the flow that is being talked about already; false when the wish is something else. Whoever is asked
     * something does not wonder how it is done: that it may be a question for the guide as well is no doubt here.
     */
    boolean addTo(Exchange exchange, Draft draft, List<Intent> intents) {
        List<Intent> same = intents.stream()
                .filter(intent -> intent.name().equals(draft.flow()))
                .toList();
        boolean others = intents.stream()
                .anyMatch(intent ->
                        !intent.name().equals(draft.flow()) && !intent.name().equals(GUIDE));
        return same.size() == 1
                && !others
                && !same.getFirst().slots().isEmpty()
                && stage.add(exchange, draft, same.getFirst().slots());
    }

    /** A flow that is open already goes on, the latest of several, unless something new was said about it. */
    void begin(Exchange exchange, String flow, Map<String, String> known) {
        Optional<Draft> open = exchange.stack().reversed().stream()
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
        Map<String, Map<String, String>> known = new LinkedHashMap<>();
        List<Block.Choice> choices = new ArrayList<>();
        for (Intent intent : likely) {
            boolean alone = likely.stream()
                            .filter(other -> other.name().equals(intent.name()))
                            .count()
                    == 1;
            String id = known.containsKey(intent.name()) ? intent.name() + ANOTHER + known.size() : intent.name();
            known.put(id, intent.slots());
            choices.add(Block.Choice.of(id, alone ? flow(exchange, intent) : label(exchange, intent)));
        }
        exchange.wishes(known);
        exchange.reply(Stage.text(exchange, "conversations.clarify"), new Block.Choices(choices));
    }

    /** Whether the person was asked last which of several things was meant. */
    boolean areAsked(Exchange exchange) {
        Snapshot.Offer offer = exchange.offer();
        return offer != null && offer.choices().stream().anyMatch(choice -> exchange.isWished(choice.id()));
    }

    void askAgain(Exchange exchange) {
        Snapshot.Offer offer = exchange.offer();
        if (offer != null) {
            exchange.reply(Stage.text(exchange, "conversations.clarify"), new Block.Choices(offer.choices()));
        }
    }

    private static String flow(Exchange exchange, Intent intent) {
        return exchange.words().say("conversations.flow." + intent.name());
    }

    /** What is to be done with what, where the flow alone does not tell two wishes apart. */
    private static String label(Exchange exchange, Intent intent) {
        String said = intent.slots().entrySet().stream()
                .sorted(Comparator.comparing(slot -> slot.getKey().equals("action") ? "" : slot.getKey()))
                .map(slot -> slot.getKey().equals("action") ? deed(exchange, intent, slot.getValue()) : slot.getValue())
                .distinct()
                .collect(Collectors.joining(" "));
        return said.isEmpty()
                ? flow(exchange, intent)
                : exchange.words().say("conversations.resume.label", flow(exchange, intent), said);
    }

    private static String deed(Exchange exchange, Intent intent, String action) {
        String[] keys = {"conversations." + intent.name() + ".action." + action};
        return exchange.words().say(new DefaultMessageSourceResolvable(keys, null, action));
    }

    /** The flow that a button of a clarification begins. */
    static String flowOf(String choice) {
        int end = choice.indexOf(ANOTHER);
        return end < 0 ? choice : choice.substring(0, end);
    }
}
