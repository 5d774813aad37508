package io.cosmopilot.conversations.support;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.Desk.NotTakenOver;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.turns.Audit;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;

/** Who speaks with a person: each change, and each word of an agent, is a turn of the person's conversation. */
@Component
class Floor {

    private final Turns turns;
    private final Ratings ratings;
    private final Audit audit;

    Floor(Turns turns, Ratings ratings, Audit audit) {
        this.turns = turns;
        this.ratings = ratings;
        this.audit = audit;
    }

    /** An agent who has it already keeps it; of two agents, the later has it. */
    void take(Person agent, UUID conversation) {
        turn(conversation, "desk", exchange -> {
            if (!has(agent, exchange)) {
                exchange.handTo(Mode.AGENT, agent.username(), exchange.before().topic());
                announce(exchange, "taken", agent);
                audit(exchange, agent, "desk.taken-over");
            }
        });
    }

    void say(Person agent, UUID conversation, String text) {
        say(agent, conversation, text, "desk");
    }

    /** @param origin where it was said, such as an outlet that shows it already */
    void say(Person agent, UUID conversation, String text, String origin) {
        whileSpeaking(
                agent,
                conversation,
                origin,
                exchange -> exchange.write(Author.AGENT, agent.displayName(), List.of(new Block.Text(text))));
    }

    void handBack(Person agent, UUID conversation) {
        whileSpeaking(agent, conversation, "desk", exchange -> {
            exchange.handTo(Mode.BOT, null, null);
            announce(exchange, "back", agent);
            audit(exchange, agent, "desk.handed-back");
        });
    }

    void resolve(Person agent, UUID conversation) {
        whileSpeaking(agent, conversation, "desk", exchange -> {
            exchange.handTo(Mode.BOT, null, null);
            announce(exchange, "resolved", agent);
            ratings.ask(exchange, agent.username());
            audit(exchange, agent, "desk.resolved");
        });
    }

    private void whileSpeaking(Person agent, UUID conversation, String origin, Consumer<Exchange> play) {
        AtomicBoolean speaking = new AtomicBoolean();
        turn(conversation, origin, exchange -> {
            speaking.set(has(agent, exchange));
            if (speaking.get()) {
                play.accept(exchange);
            }
        });
        if (!speaking.get()) {
            throw new NotTakenOver(conversation.toString());
        }
    }

    private void turn(UUID conversation, String origin, Consumer<Exchange> play) {
        turns.take(conversation, origin + ":" + UUID.randomUUID(), play);
    }

    private static boolean has(Person agent, Exchange exchange) {
        return exchange.mode() == Mode.AGENT
                && agent.username().equals(exchange.before().agent());
    }

    private static void announce(Exchange exchange, String what, Person agent) {
        String line = exchange.words().say("conversations.desk." + what, agent.displayName());
        exchange.write(Author.SYSTEM, exchange.words().say("conversations.bot.name"), List.of(new Block.Text(line)));
    }

    private void audit(Exchange exchange, Person agent, String what) {
        String conversation = exchange.before().id().toString();
        exchange.turn().command(() -> audit.write(agent.username(), what, conversation, ""));
    }
}
