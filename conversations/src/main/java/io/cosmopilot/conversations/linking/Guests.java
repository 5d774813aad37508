package io.cosmopilot.conversations.linking;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.Reception;
import io.cosmopilot.conversations.engine.Words;
import io.cosmopilot.conversations.outlets.Outlets;
import io.cosmopilot.conversations.turns.Audit;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;

/** Whoever is not linked: gets help, the guide, and an invitation; decides nothing and starts nothing. */
@Component
class Guests {

    private final Turns turns;
    private final Outlets outlets;
    private final Links links;
    private final Audit audit;
    private final MessageSource messages;

    Guests(Turns turns, Outlets outlets, Links links, Audit audit, MessageSource messages) {
        this.turns = turns;
        this.outlets = outlets;
        this.links = links;
        this.audit = audit;
        this.messages = messages;
    }

    /** No account of ours is called like this: usernames have no colon. */
    static String name(Account account) {
        return "guest:" + account.id();
    }

    Inbox.Receipt receive(Account account, Locale locale, Incoming incoming) {
        if (incoming instanceof Incoming.Said said && said.text().length() > Inbox.MAX_TEXT) {
            throw new Inbox.TooLong(said.text().length());
        }
        UUID conversation = turns.open(account.channel(), name(account), locale);
        outlets.open(conversation, account.channel(), account.place(), Audience.PERSON, locale);
        long seq = turns.take(conversation, incoming.id(), exchange -> answer(exchange, account, incoming));
        return new Inbox.Receipt(conversation.toString(), seq);
    }

    Reception.Answer turnedAway(Account account, Locale locale, String what) {
        audit.write(name(account), "channel.not-linked", account.channel(), what);
        Words words = new Words(messages, locale);
        return new Reception.Told(words.say("conversations.account.guest.private", links.offer(account)));
    }

    private void answer(Exchange exchange, Account account, Incoming incoming) {
        String said = incoming instanceof Incoming.Said words ? words.text() : "…";
        exchange.write(Author.PERSON, account.name(), List.of(new Block.Text(said)));
        Words words = exchange.words();
        exchange.reply(
                new Block.Text(words.say("conversations.account.guest", account.name())),
                new Block.Link(links.offer(account), words.say("conversations.account.guest.link")));
    }
}
