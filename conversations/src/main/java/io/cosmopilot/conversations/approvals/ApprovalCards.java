package io.cosmopilot.conversations.approvals;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Words;
import io.cosmopilot.conversations.outlets.Outlets;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Shown;
import io.cosmopilot.conversations.turns.State;
import io.cosmopilot.conversations.turns.Turns;

/** Brings each request to the agents, and keeps every message that shows one up to date. */
@Component
public class ApprovalCards {

    private final Turns turns;
    private final People people;
    private final ApprovalRegister register;
    private final Outlets outlets;

    ApprovalCards(Turns turns, People people, ApprovalRegister register, Outlets outlets) {
        this.turns = turns;
        this.people = people;
        this.register = register;
        this.outlets = outlets;
    }

    /** The approval as it stands, with what the reader can do about it. */
    public Block.Request card(Approval approval, String reader, Words words) {
        return new ApprovalCard(approval, reader, words, this::name).block();
    }

    String title(Approval approval, Scene scene) {
        return card(approval, scene.person(), scene.words()).title();
    }

    /** Who decided, as people call them. */
    public String name(String username, Words words) {
        return username.equals(Approval.POLICY) ? words.say("conversations.approval.policy") : name(username);
    }

    String name(String username) {
        return people.find(username).map(Person::displayName).orElse(username);
    }

    /** Each conversation in a transaction of its own: no two are ever locked at once. */
    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    public void on(ApprovalChanged changed) {
        UUID id = UUID.fromString(changed.approval().id());
        Set<UUID> conversations = new TreeSet<>();
        turns.showing(id).forEach(shown -> conversations.add(shown.conversation()));
        if (changed.approval().state() == Approval.State.REQUESTED) {
            conversations.addAll(agents(changed.approval()));
        }
        conversations.forEach(conversation ->
                turns.take(conversation, "approval:" + changed.id(), exchange -> refresh(exchange, id)));
    }

    /** Whoever could have decided hears that somebody waits, with the request at hand. */
    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    public void on(ApprovalWaiting waiting) {
        Approval approval = waiting.approval();
        if (approval.state() == Approval.State.REQUESTED) {
            String key =
                    "conversations.approval.waiting." + waiting.stage().name().toLowerCase(Locale.ROOT);
            agents(approval)
                    .forEach(conversation -> turns.take(
                            conversation, "approval:" + waiting.id(), exchange -> remind(exchange, approval, key)));
        }
    }

    private void remind(Exchange exchange, Approval approval, String key) {
        Words words = exchange.words();
        String who = name(approval.requester());
        exchange.reply(new Block.Text(words.say(key, who, ApprovalCard.what(approval, words))));
        register.find(approval.id())
                .filter(now -> now.state() == Approval.State.REQUESTED)
                .ifPresent(now -> exchange.reply(card(now, exchange.before().person(), words)));
    }

    private Set<UUID> agents(Approval approval) {
        Locale usual = turns.find(UUID.fromString(approval.conversation()))
                .map(State::locale)
                .orElse(Locale.SIMPLIFIED_CHINESE);
        Set<UUID> conversations = new TreeSet<>();
        people.with(Person.Role.AGENT).stream()
                .filter(agent -> !agent.username().equals(approval.requester()))
                .forEach(agent -> conversations.add(turns.open("web", agent.username(), language(agent, usual))));
        outlets.desks().forEach(desk -> conversations.add(desk.conversation()));
        return conversations;
    }

    /** What counts is how it stands now: a change may be heard after a later one. */
    private void refresh(Exchange exchange, UUID id) {
        UUID conversation = exchange.before().id();
        register.find(id.toString()).ifPresent(approval -> {
            Block.Request card = card(approval, exchange.before().person(), exchange.words());
            long[] rows = turns.showing(id).stream()
                    .filter(shown -> shown.conversation().equals(conversation))
                    .mapToLong(Shown::seq)
                    .toArray();
            for (long row : rows) {
                exchange.revise(row, card);
            }
            if (rows.length == 0 && approval.state().open()) {
                exchange.reply(card);
            }
        });
    }

    private static Locale language(Person person, Locale usual) {
        String chosen = person.language();
        return chosen == null ? usual : Locale.forLanguageTag(chosen);
    }
}
