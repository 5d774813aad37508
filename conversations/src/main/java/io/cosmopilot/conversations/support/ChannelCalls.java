package io.cosmopilot.conversations.support;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
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
import io.cosmopilot.conversations.outlets.Outlets;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.HandedOver;
import io.cosmopilot.conversations.turns.State;
import io.cosmopilot.conversations.turns.Turns;

/** Calls for help in the support channels: one message each that tells how it stands, with the talk in its thread. */
@Component
class ChannelCalls {

    /** What was said before the call, for whoever takes it. */
    private static final int LATEST = 12;

    private final Turns turns;
    private final Outlets outlets;
    private final People people;
    private final JdbcClient jdbc;

    ChannelCalls(Turns turns, Outlets outlets, People people, JdbcClient jdbc) {
        this.turns = turns;
        this.outlets = outlets;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** Each channel in a transaction of its own: no two conversations are ever locked at once. */
    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    public void on(HandedOver handed) {
        UUID conversation = UUID.fromString(handed.conversation());
        for (Outlets.Desk desk : outlets.desks()) {
            turns.take(desk.conversation(), "call:" + handed.id(), exchange -> {
                Optional<Long> call = latest(desk, conversation);
                if (handed.mode() == Mode.WAITING) {
                    call(exchange, desk, conversation);
                } else {
                    call.ifPresent(seq -> show(exchange, seq, conversation));
                }
            });
        }
    }

    private void call(Exchange exchange, Outlets.Desk desk, UUID conversation) {
        turns.find(conversation).ifPresent(state -> {
            long seq = exchange.before().lastSeq() + 1;
            exchange.reply(card(state, exchange.words()));
            exchange.turn().command(() -> {
                remember(desk, seq, conversation);
                outlets.thread(conversation, desk.id(), seq, LATEST);
            });
        });
    }

    /** What counts is how it stands now: a change may be heard after a later one. */
    private void show(Exchange exchange, long seq, UUID conversation) {
        turns.find(conversation)
                .ifPresent(state ->
                        exchange.revise(seq, card(state, exchange.words()).toArray(Block[]::new)));
    }

    private List<Block> card(State state, Words words) {
        String who = name(state.person());
        String topic = state.topic();
        String about = topic == null || topic.isBlank()
                ? words.say("conversations.desk.call", who)
                : words.say("conversations.desk.call.about", who, topic);
        String agent = state.agent();
        return switch (state.mode()) {
            case WAITING ->
                List.of(
                        new Block.Text(about + "\n\n" + words.say("conversations.desk.channel.waiting")),
                        new Block.Choices(List.of(choice(state, "take", Block.Style.PRIMARY, words))));
            case AGENT ->
                List.of(
                        new Block.Text(about + "\n\n"
                                + words.say("conversations.desk.channel.taken", agent == null ? "" : name(agent))),
                        new Block.Choices(List.of(
                                choice(state, "resolve", Block.Style.PRIMARY, words),
                                choice(state, "back", Block.Style.PLAIN, words))));
            case BOT ->
                List.of(new Block.Text(words.say("conversations.desk.call", who) + "\n\n"
                        + words.say("conversations.desk.channel.over")));
        };
    }

    private static Block.Choice choice(State state, String deed, Block.Style style, Words words) {
        return new Block.Choice(
                "case:" + state.id() + ":" + deed, words.say("conversations.desk.channel.choice." + deed), style);
    }

    private String name(String username) {
        return people.find(username).map(Person::displayName).orElse(username);
    }

    private void remember(Outlets.Desk desk, long seq, UUID conversation) {
        jdbc.sql("INSERT INTO conversations.support_call (outlet, seq, conversation) VALUES (:outlet, :seq, :about)")
                .param("outlet", desk.id())
                .param("seq", seq)
                .param("about", conversation)
                .update();
    }

    private Optional<Long> latest(Outlets.Desk desk, UUID conversation) {
        return jdbc.sql("""
                        SELECT max(seq) FROM conversations.support_call
                         WHERE outlet = :outlet AND conversation = :about HAVING count(*) > 0""")
                .param("outlet", desk.id())
                .param("about", conversation)
                .query(Long.class)
                .optional();
    }
}
