package io.cosmopilot.conversations.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Journeys;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.approvals.AwaitedSpaces;
import io.cosmopilot.conversations.turns.Exchange;

/** Welcomes a person with the journey as a checklist, and offers the next step first. */
@Component
class Greeting {

    private final People people;
    private final Journeys journeys;
    private final AwaitedSpaces awaited;

    Greeting(People people, Journeys journeys, AwaitedSpaces awaited) {
        this.people = people;
        this.journeys = journeys;
        this.awaited = awaited;
    }

    void greet(Exchange exchange) {
        show(exchange, "conversations.greeting");
    }

    /** Where the person stands, without the welcome. */
    void journey(Exchange exchange) {
        show(exchange, "conversations.journey");
    }

    /** What can be said at all. */
    void help(Exchange exchange) {
        exchange.reply(
                Stage.text(exchange, "conversations.help"),
                new Block.Choices(
                        choices(exchange, journeys.of(exchange.before().person()))));
    }

    private void show(Exchange exchange, String key) {
        Optional<Person> person = people.find(exchange.before().person());
        String name = person.map(Person::displayName).orElse(exchange.before().person());
        if (person.filter(Greeting::onlyHelps).isPresent()) {
            exchange.reply(Stage.text(exchange, "conversations.greeting.agent", name));
            return;
        }
        Journeys.Journey journey = journeys.of(exchange.before().person());
        Optional<String> waits = journey.done().contains(Journeys.Step.SPACE)
                ? Optional.empty()
                : awaited.of(exchange.before().person(), exchange.words());
        String next = journey.next().map(Greeting::id).orElse("finished");
        exchange.reply(
                Stage.text(exchange, key, name, checklist(exchange, journey, waits.isPresent())),
                waits.<Block>map(Block.Text::new)
                        .orElseGet(() -> Stage.text(exchange, "conversations.journey.offer." + next)),
                new Block.Choices(waits.isPresent() ? onlyHuman(exchange) : choices(exchange, journey)));
    }

    private static List<Block.Choice> onlyHuman(Exchange exchange) {
        return List.of(Stage.choice(exchange, "human", Block.Style.PLAIN));
    }

    /** Who works here is not walked in like a newcomer. */
    private static boolean onlyHelps(Person person) {
        return person.is(Person.Role.AGENT) && !person.is(Person.Role.DEVELOPER);
    }

    private static String checklist(Exchange exchange, Journeys.Journey journey, boolean waits) {
        String open = waits ? "⏳ " : "⬜ ";
        return journey.steps().stream()
                .map(step -> (journey.done().contains(step) ? "✅ " : step == Journeys.Step.SPACE ? open : "⬜ ")
                        + exchange.words().say("conversations.journey." + id(step)))
                .collect(Collectors.joining("　"));
    }

    private static List<Block.Choice> choices(Exchange exchange, Journeys.Journey journey) {
        List<Block.Choice> choices = new ArrayList<>();
        Optional<String> next = journey.next().map(Greeting::flow);
        next.ifPresent(flow -> choices.add(Stage.choice(exchange, flow, Block.Style.PRIMARY)));
        for (String flow : List.of("space", "deploy", "domain", "status", "human")) {
            if (!flow.equals(next.orElse("")) && sensible(flow, journey)) {
                choices.add(Stage.choice(exchange, flow, Block.Style.PLAIN));
            }
        }
        return choices;
    }

    /** A button that could only say "not yet" is not shown. */
    private static boolean sensible(String flow, Journeys.Journey journey) {
        return switch (flow) {
            case "domain", "status" -> journey.done().contains(Journeys.Step.DEPLOY);
            case "space" -> journey.done().contains(Journeys.Step.DOMAIN);
            default -> true;
        };
    }

    private static String flow(Journeys.Step step) {
        return step == Journeys.Step.TEMPLATE ? "deploy" : id(step);
    }

    private static String id(Journeys.Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
