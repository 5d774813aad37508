package io.cosmopilot.conversations.support;

import java.util.Locale;
import java.util.UUID;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.HandedOver;
import io.cosmopilot.conversations.turns.State;
import io.cosmopilot.conversations.turns.Turns;

/** Calls the agents, each in their own conversation, when somebody waits for a person. */
@Component
class AgentCalls {

    private final Turns turns;
    private final People people;

    AgentCalls(Turns turns, People people) {
        this.turns = turns;
        this.people = people;
    }

    /** Each conversation in a transaction of its own: no two are ever locked at once. */
    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    public void on(HandedOver handed) {
        if (handed.mode() != Mode.WAITING) {
            return;
        }
        Locale usual = turns.find(UUID.fromString(handed.conversation()))
                .map(State::locale)
                .orElse(Locale.SIMPLIFIED_CHINESE);
        people.with(Person.Role.AGENT).stream()
                .filter(agent -> !agent.username().equals(handed.person()))
                .forEach(agent -> turns.take(
                        turns.open("web", agent.username(), language(agent, usual)),
                        "call:" + handed.id(),
                        exchange -> call(exchange, handed)));
    }

    private void call(Exchange exchange, HandedOver handed) {
        String who = people.find(handed.person()).map(Person::displayName).orElse(handed.person());
        String topic = handed.topic();
        exchange.reply(
                new Block.Text(
                        topic == null || topic.isBlank()
                                ? exchange.words().say("conversations.desk.call", who)
                                : exchange.words().say("conversations.desk.call.about", who, topic)),
                new Block.Link(
                        "/desk#conversation=" + handed.conversation(),
                        exchange.words().say("conversations.desk.call.open")));
    }

    private static Locale language(Person person, Locale usual) {
        String chosen = person.language();
        return chosen == null ? usual : Locale.forLanguageTag(chosen);
    }
}
