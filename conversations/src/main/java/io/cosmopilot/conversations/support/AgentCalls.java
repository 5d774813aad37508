package io.cosmopilot.conversations.support;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.engine.Words;
import io.cosmopilot.conversations.turns.HandedOver;
import io.cosmopilot.conversations.turns.State;
import io.cosmopilot.conversations.turns.Turns;

/** Calls the agents, each in their own conversation, when somebody waits for a person. */
@Component
class AgentCalls {

    private final Turns turns;
    private final People people;
    private final CallTexts texts;

    AgentCalls(Turns turns, People people, CallTexts texts) {
        this.turns = turns;
        this.people = people;
        this.texts = texts;
    }

    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    public void on(HandedOver handed) {
        if (handed.mode() == Mode.WAITING) {
            tell(
                    agent -> !agent.equals(handed.person()),
                    handed.conversation(),
                    "call:" + handed.id(),
                    words -> texts.about(handed.person(), handed.topic(), words));
        }
    }

    /** Whoever took over is reminded alone; when nobody did, everybody hears of it. */
    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    public void on(HelpOverdue overdue) {
        String silent = overdue.agent();
        tell(
                agent -> silent == null ? !agent.equals(overdue.person()) : agent.equals(silent),
                overdue.conversation(),
                "overdue:" + overdue.id(),
                words -> texts.say(
                        silent == null ? "conversations.help.raised" : "conversations.help.unanswered",
                        overdue,
                        words));
    }

    /** Each conversation in a transaction of its own: no two are ever locked at once. */
    private void tell(Predicate<String> whom, String conversation, String event, Function<Words, String> text) {
        Locale usual =
                turns.find(UUID.fromString(conversation)).map(State::locale).orElse(Locale.SIMPLIFIED_CHINESE);
        people.with(Person.Role.AGENT).stream()
                .filter(agent -> whom.test(agent.username()))
                .forEach(agent -> turns.take(
                        turns.open("web", agent.username(), language(agent, usual)),
                        event,
                        exchange -> exchange.reply(
                                new Block.Text(text.apply(exchange.words())),
                                new Block.Link(
                                        "/desk#conversation=" + conversation,
                                        exchange.words().say("conversations.desk.call.open")))));
    }

    private static Locale language(Person person, Locale usual) {
        String chosen = person.language();
        return chosen == null ? usual : Locale.forLanguageTag(chosen);
    }
}
