package io.cosmopilot.conversations.linking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Reception;
import io.cosmopilot.conversations.Speaker;
import io.cosmopilot.conversations.support.ChannelDesk;
import io.cosmopilot.conversations.turns.Choices;
import io.cosmopilot.conversations.turns.State;
import io.cosmopilot.conversations.turns.Turns;

/** Receives whoever writes on a channel: people by their names, everybody else as guests. */
@Component
class FrontDesk implements Reception {

    private static final int MOST_OPTIONS = 25;

    private final Links links;
    private final Inbox inbox;
    private final Guests guests;
    private final ChannelDesk desk;
    private final Turns turns;

    FrontDesk(Links links, Inbox inbox, Guests guests, ChannelDesk desk, Turns turns) {
        this.links = links;
        this.inbox = inbox;
        this.guests = guests;
        this.desk = desk;
        this.turns = turns;
    }

    @Override
    public Inbox.Receipt receive(Account account, Locale locale, Incoming incoming) {
        return links.owner(account)
                .map(person -> inbox.receive(new Speaker(account.channel(), person.username(), locale), incoming))
                .orElseGet(() -> guests.receive(account, locale, incoming));
    }

    @Override
    public Answer press(Account account, Locale locale, String event, String choice) {
        return links.owner(account)
                .map(person -> desk.press(account, person, locale(account, locale), event, choice))
                .orElseGet(() -> guests.turnedAway(account, locale, choice));
    }

    @Override
    public Answer submit(Account account, Locale locale, String event, String choice, Map<String, String> fields) {
        return links.owner(account)
                .map(person -> desk.submit(account, person, locale(account, locale), event, choice, fields))
                .orElseGet(() -> guests.turnedAway(account, locale, choice));
    }

    @Override
    public Answer write(Account account, Locale locale, String event, String thread, String text) {
        return links.owner(account)
                .map(person -> desk.write(account, person, locale(account, locale), event, thread, text))
                .orElseGet(() -> guests.turnedAway(account, locale, "write"));
    }

    @Override
    public List<Block.Choice> options(Account account, String conversation, long seq, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return find(account, conversation, seq).stream()
                .flatMap(message -> Choices.of(message.blocks()).stream())
                .filter(choice -> matches(choice, wanted))
                .limit(MOST_OPTIONS)
                .toList();
    }

    @Override
    public Optional<Message> find(Account account, String conversation, long seq) {
        UUID id = UUID.fromString(conversation);
        return turns.find(id).filter(state -> belongs(state, account)).flatMap(state -> turns.find(id, seq));
    }

    @Override
    public Locale locale(Account account, Locale told) {
        return links.owner(account)
                .map(Person::language)
                .map(Locale::forLanguageTag)
                .orElse(told);
    }

    private boolean belongs(State state, Account account) {
        return state.channel().equals(account.channel())
                && (state.person().equals(Guests.name(account))
                        || links.owner(account)
                                .filter(person -> person.username().equals(state.person()))
                                .isPresent());
    }

    private static boolean matches(Block.Choice choice, String wanted) {
        return choice.id().toLowerCase(Locale.ROOT).contains(wanted)
                || String.valueOf(choice.label()).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
