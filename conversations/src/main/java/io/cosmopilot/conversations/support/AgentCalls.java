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

    /** Whoever took over is reminded alone; when nobody did, everybody hears of it. */
    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    public void on(HelpOverdue overdue) {
        Locale usual = turns.find(UUID.fromString(overdue.conversation()))
                .map(State::locale)
                .orElse(Locale.SIMPLIFIED_CHINESE);
        people.with(Person.Role.AGENT).stream()
                .filter(agent -> overdue.agent() == null
                        ? !agent.username().equals(overdue.person())
                        : agent.username().equals(overdue.agent()))
                .forEach(agent -> turns.take(
                        turns.open("web", agent.username(), language(agent, usual)),
                        "overdue:" + overdue.id(),
                        exchange -> remind(exchange, overdue)));
    }

    private void remind(Exchange exchange, HelpOverdue overdue) {
        String topic = overdue.topic() == null ? "" : overdue.topic().strip();
        exchange.reply(
                new Block.Text(exchange.words()
                        .say(
                                overdue.agent() == null ? "conversations.help.raised" : "conversations.help.unanswered",
                                name(overdue.person()),
                                Span.say(overdue.waited(), exchange.words()),
                                topic.isEmpty() ? 0 : 1,
                                topic)),
                desk(exchange, overdue.conversation()));
    }

    private void call(Exchange exchange, HandedOver handed) {
        String who = name(handed.person());
        String topic = handed.topic();
        exchange.reply(
                new Block.Text(
                        topic == null || topic.isBlank()
                                ? exchange.words().say("conversations.desk.call", who)
                                : exchange.words().say("conversations.desk.call.about", who, topic)),
                desk(exchange, handed.conversation()));
    }

    private static Block desk(Exchange exchange, String conversation) {
        return new Block.Link(
                "/desk#conversation=" + conversation, exchange.words().say("conversations.desk.call.open"));
    }

    private String name(String username) {
        return people.find(username).map(Person::displayName).orElse(username);
    }

    private static Locale language(Person person, Locale usual) {
        String chosen = person.language();
        return chosen == null ? usual : Locale.forLanguageTag(chosen);
    }
}
