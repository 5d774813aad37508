package io.cosmopilot.conversations.support;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Desk;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Reception.Answer;
import io.cosmopilot.conversations.Reception.Nothing;
import io.cosmopilot.conversations.Reception.Told;
import io.cosmopilot.conversations.approvals.ChannelDecisions;
import io.cosmopilot.conversations.engine.Words;
import io.cosmopilot.conversations.outlets.Outlets;
import io.cosmopilot.conversations.turns.Turns;

/** The desk as it is in the support channels of chat platforms: each event is taken once, by the role of who does it. */
@Component
public class ChannelDesk {

    private final SupportDesk desk;
    private final DeskGate gate;
    private final Floor floor;
    private final Presence presence;
    private final ChannelDecisions decisions;
    private final Outlets outlets;
    private final Turns turns;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    ChannelDesk(
            SupportDesk desk,
            DeskGate gate,
            Floor floor,
            Presence presence,
            ChannelDecisions decisions,
            Outlets outlets,
            Turns turns,
            JdbcClient jdbc,
            MessageSource messages) {
        this.desk = desk;
        this.gate = gate;
        this.floor = floor;
        this.presence = presence;
        this.decisions = decisions;
        this.outlets = outlets;
        this.turns = turns;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /**
     * Does what a button says.
     *
     * @param choice {@code approval:<id>:approve} or {@code case:<conversation>:take}
     */
    public Answer press(Account account, Person who, Locale locale, String event, String choice) {
        String[] parts = choice.split(":", 3);
        Words words = new Words(messages, locale);
        return once(account, who, event, outlet -> {
            if (parts.length < 3) {
                return new Told(words.say("conversations.approval.choice.unknown"));
            }
            return parts[0].equals("case")
                    ? allowed(words, () -> call(who, words, parts[1], parts[2]))
                    : decisions.press(who, words, parts[1], parts[2]);
        });
    }

    public Answer submit(
            Account account, Person who, Locale locale, String event, String choice, Map<String, String> fields) {
        String[] parts = choice.split(":", 3);
        Words words = new Words(messages, locale);
        return once(
                account,
                who,
                event,
                outlet -> parts.length < 3 ? new Nothing() : decisions.submit(who, words, parts[1], parts[2], fields));
    }

    /** Words below a call for help; below anything else they are for the agents among themselves. */
    public Answer write(Account account, Person who, Locale locale, String event, String thread, String text) {
        Words words = new Words(messages, locale);
        return once(
                account,
                who,
                event,
                outlet -> outlets.shownAs(outlet.id(), thread)
                        .flatMap(seq -> calledFrom(outlet, seq))
                        .map(conversation -> allowed(words, () -> said(account, who, words, conversation, text)))
                        .orElseGet(Nothing::new));
    }

    private Answer call(Person who, Words words, String conversation, String deed) {
        switch (deed) {
            case "take" -> desk.takeOver(who.username(), conversation);
            case "back" -> desk.handBack(who.username(), conversation);
            case "resolve" -> desk.resolve(who.username(), conversation);
            default -> {
                return new Told(words.say("conversations.approval.choice.unknown"));
            }
        }
        return new Told(words.say("conversations.desk.channel." + deed));
    }

    private Answer said(Account account, Person who, Words words, UUID conversation, String text) {
        Person agent = gate.admit(who.username(), "desk.say", conversation.toString());
        String origin = outlets.threadOf(conversation, account.channel())
                .map(UUID::toString)
                .orElse("desk");
        try {
            floor.say(agent, conversation, DeskRules.text(text), origin);
            return new Nothing();
        } catch (Desk.NotTakenOver e) {
            desk.note(who.username(), conversation.toString(), text);
            return new Told(words.say("conversations.desk.channel.noted"));
        }
    }

    /** What the roles forbid is answered in private; the audit has it. */
    private static Answer allowed(Words words, Supplier<Answer> deed) {
        try {
            return deed.get();
        } catch (Desk.NotAllowed e) {
            return new Told(words.say("conversations.desk.channel.not-allowed"));
        } catch (Desk.NotTakenOver e) {
            return new Told(words.say("conversations.desk.channel.not-taken"));
        }
    }

    /** Whoever decides or writes here is as much at work as whoever has the desk open. */
    private Answer once(Account account, Person who, String event, Function<Outlets.Desk, Answer> deed) {
        if (who.is(Person.Role.AGENT)) {
            presence.seen(who.username());
        }
        Optional<Outlets.Desk> outlet = outlets.desk(account.channel());
        AtomicReference<Answer> answer = new AtomicReference<>(new Nothing());
        outlet.ifPresent(here -> turns.take(here.conversation(), event, exchange -> answer.set(deed.apply(here))));
        return Objects.requireNonNull(answer.get());
    }

    private Optional<UUID> calledFrom(Outlets.Desk outlet, long seq) {
        return jdbc.sql("SELECT conversation FROM conversations.support_call WHERE outlet = :outlet AND seq = :seq")
                .param("outlet", outlet.id())
                .param("seq", seq)
                .query(UUID.class)
                .optional();
    }
}
