package io.cosmopilot.conversations.support;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Mode;
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
    private final CallTexts texts;
    private final JdbcClient jdbc;

    ChannelCalls(Turns turns, Outlets outlets, CallTexts texts, JdbcClient jdbc) {
        this.turns = turns;
        this.outlets = outlets;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    public void on(HandedOver handed) {
        tell(
                handed.conversation(),
                "call:" + handed.id(),
                (exchange, desk, state) -> handed(exchange, desk, state, handed.mode()));
    }

    /** Said anew, so that it is heard: a message that is only revised makes no sound. */
    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    public void on(HelpOverdue overdue) {
        String key = overdue.agent() == null ? "conversations.help.raised" : "conversations.help.channel.unanswered";
        tell(overdue.conversation(), "overdue:" + overdue.id(), (exchange, desk, state) -> {
            if (state.mode() != Mode.BOT) {
                remind(exchange, desk, state, texts.say(key, overdue, exchange.words()));
            }
        });
    }

    /** Each channel in a transaction of its own: no two conversations are ever locked at once. */
    private void tell(String conversation, String event, Message message) {
        UUID id = UUID.fromString(conversation);
        for (Outlets.Desk desk : outlets.desks()) {
            turns.take(
                    desk.conversation(),
                    event,
                    exchange -> turns.find(id).ifPresent(state -> message.write(exchange, desk, state)));
        }
    }

    private interface Message {
        void write(Exchange exchange, Outlets.Desk desk, State state);
    }

    /** What counts is how it stands now: a change may be heard after a later one. */
    private void handed(Exchange exchange, Outlets.Desk desk, State state, Mode mode) {
        List<Call> open = open(desk, state.id());
        open.stream()
                .filter(call -> !call.reminder() || state.mode() != Mode.WAITING)
                .forEach(call -> exchange.revise(
                        call.seq(),
                        (call.reminder() ? over(state, exchange.words()) : card(state, exchange.words()))
                                .toArray(Block[]::new)));
        if (mode == Mode.WAITING && open.isEmpty()) {
            call(exchange, desk, state);
        } else if (mode == Mode.WAITING && state.mode() == Mode.WAITING) {
            remind(exchange, desk, state, again(state, exchange.words()));
        }
        if (state.mode() == Mode.BOT) {
            exchange.turn().command(() -> close(desk, state.id()));
        }
    }

    private void call(Exchange exchange, Outlets.Desk desk, State state) {
        long seq = exchange.before().lastSeq() + 1;
        exchange.reply(card(state, exchange.words()));
        exchange.turn().command(() -> {
            remember(desk, seq, state.id(), false);
            outlets.thread(state.id(), desk.id(), seq, LATEST);
        });
    }

    private void remind(Exchange exchange, Outlets.Desk desk, State state, String text) {
        long seq = exchange.before().lastSeq() + 1;
        exchange.reply(
                new Block.Text(text),
                new Block.Choices(List.of(choice(state, "take", Block.Style.PRIMARY, exchange.words()))));
        exchange.turn().command(() -> remember(desk, seq, state.id(), true));
    }

    private String again(State state, Words words) {
        return about(state, words) + "\n\n" + words.say("conversations.help.channel.again");
    }

    private String about(State state, Words words) {
        return texts.about(state.person(), state.topic(), words);
    }

    /** A reminder that reminds of nothing any more; the talk is below the call. */
    private List<Block> over(State state, Words words) {
        String agent = state.agent();
        return List.of(new Block.Text(about(state, words) + "\n\n"
                + (agent == null
                        ? words.say("conversations.desk.channel.over")
                        : words.say("conversations.help.channel.taken", texts.name(agent)))));
    }

    private List<Block> card(State state, Words words) {
        String about = about(state, words);
        String agent = state.agent();
        return switch (state.mode()) {
            case WAITING ->
                List.of(
                        new Block.Text(about + "\n\n" + words.say("conversations.desk.channel.waiting")),
                        new Block.Choices(List.of(choice(state, "take", Block.Style.PRIMARY, words))));
            case AGENT ->
                List.of(
                        new Block.Text(about + "\n\n"
                                + words.say(
                                        "conversations.desk.channel.taken", agent == null ? "" : texts.name(agent))),
                        new Block.Choices(List.of(
                                choice(state, "resolve", Block.Style.PRIMARY, words),
                                choice(state, "back", Block.Style.PLAIN, words))));
            case BOT -> List.of(new Block.Text(about + "\n\n" + words.say("conversations.desk.channel.over")));
        };
    }

    private static Block.Choice choice(State state, String deed, Block.Style style, Words words) {
        return new Block.Choice(
                "case:" + state.id() + ":" + deed, words.say("conversations.desk.channel.choice." + deed), style);
    }

    private void remember(Outlets.Desk desk, long seq, UUID conversation, boolean reminder) {
        jdbc.sql("""
                        INSERT INTO conversations.support_call (outlet, seq, conversation, reminder)
                        VALUES (:outlet, :seq, :about, :reminder)""")
                .param("outlet", desk.id())
                .param("seq", seq)
                .param("about", conversation)
                .param("reminder", reminder)
                .update();
    }

    private List<Call> open(Outlets.Desk desk, UUID conversation) {
        return jdbc.sql("""
                        SELECT seq, reminder FROM conversations.support_call
                         WHERE outlet = :outlet AND conversation = :about AND NOT closed ORDER BY seq""")
                .param("outlet", desk.id())
                .param("about", conversation)
                .query(Call.class)
                .list();
    }

    private void close(Outlets.Desk desk, UUID conversation) {
        jdbc.sql("UPDATE conversations.support_call SET closed = true WHERE outlet = :outlet AND conversation = :about")
                .param("outlet", desk.id())
                .param("about", conversation)
                .update();
    }

    /** @param reminder of a call that stands further up, where the talk is */
    private record Call(long seq, boolean reminder) {}
}
