package io.cosmopilot.conversations.linking;

import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import io.cosmopilot.conversations.guide.Explanations;
import io.cosmopilot.conversations.outlets.Outlets;
import io.cosmopilot.conversations.turns.Audit;
import io.cosmopilot.conversations.turns.Choices;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;
import io.cosmopilot.conversations.understanding.Hints;
import io.cosmopilot.conversations.understanding.Meaning;
import io.cosmopilot.conversations.understanding.Recogniser;
import io.cosmopilot.conversations.understanding.Word;

/** Whoever is not linked: gets help, the guide, and an invitation; decides nothing and starts nothing. */
@Component
class Guests {

    /** Whoever says nothing more than this wants to know what can be said. */
    private static final Set<Word> HELPLESS = Set.of(Word.HELP, Word.GREETING);

    private final Turns turns;
    private final Outlets outlets;
    private final Links links;
    private final Explanations explanations;
    private final Recogniser recogniser;
    private final Audit audit;
    private final MessageSource messages;

    Guests(
            Turns turns,
            Outlets outlets,
            Links links,
            Explanations explanations,
            Recogniser recogniser,
            Audit audit,
            MessageSource messages) {
        this.turns = turns;
        this.outlets = outlets;
        this.links = links;
        this.explanations = explanations;
        this.recogniser = recogniser;
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
        long seq = turns.take(conversation, incoming.id(), exchange -> answer(exchange, account, locale, incoming));
        return new Inbox.Receipt(conversation.toString(), seq);
    }

    Reception.Answer turnedAway(Account account, Locale locale, String what) {
        audit.write(name(account), "channel.not-linked", account.channel(), what);
        Words words = new Words(messages, locale);
        return new Reception.Told(words.say("conversations.account.guest.private", links.offer(account)));
    }

    private void answer(Exchange exchange, Account account, Locale locale, Incoming incoming) {
        exchange.write(Author.PERSON, account.name(), List.of(new Block.Text(said(exchange, incoming))));
        exchange.speak(locale);
        Words words = new Words(messages, locale);
        List<Block> explained = explained(incoming, account, words);
        exchange.reply(explained.isEmpty() ? invitation(account, incoming, words) : explained);
    }

    private List<Block> explained(Incoming incoming, Account account, Words words) {
        return switch (incoming) {
            case Incoming.Said said -> explanations.to(said.text(), account.name(), words);
            case Incoming.Chose chose -> explanations.behind(chose.choice(), account.name(), words);
            default -> List.of();
        };
    }

    private List<Block> invitation(Account account, Incoming incoming, Words words) {
        boolean helpless = incoming instanceof Incoming.Said said
                && recogniser.understand(said.text(), Hints.none()) instanceof Meaning.Command command
                && HELPLESS.contains(command.word());
        Block link = new Block.Link(links.offer(account), words.say("conversations.account.guest.link"));
        Block hello = new Block.Text(words.say("conversations.account.guest", account.name()));
        return helpless
                ? List.of(hello, link, new Block.Text(words.say("conversations.account.guest.help")))
                : List.of(hello, link);
    }

    private String said(Exchange exchange, Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said -> said.text();
            case Incoming.Chose chose ->
                turns.find(exchange.before().id(), chose.seq()).stream()
                        .flatMap(message -> Choices.of(message.blocks()).stream())
                        .filter(choice -> choice.id().equals(chose.choice()))
                        .map(Block.Choice::label)
                        .findFirst()
                        .orElse("…");
            default -> "…";
        };
    }
}
