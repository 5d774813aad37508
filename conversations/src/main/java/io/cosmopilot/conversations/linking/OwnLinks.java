package io.cosmopilot.conversations.linking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Speaker;
import io.cosmopilot.conversations.outlets.Outlets;
import io.cosmopilot.conversations.turns.Audit;
import io.cosmopilot.conversations.turns.State;
import io.cosmopilot.conversations.turns.Turns;

/** Links that their owners made, each by a secret of ten minutes. */
@Component
class OwnLinks implements Links {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final LinkRecords records;
    private final LinkingProperties portal;
    private final People people;
    private final Inbox inbox;
    private final Turns turns;
    private final Outlets outlets;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OwnLinks(
            LinkRecords records,
            LinkingProperties portal,
            People people,
            Inbox inbox,
            Turns turns,
            Outlets outlets,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.portal = portal;
        this.people = people;
        this.inbox = inbox;
        this.turns = turns;
        this.outlets = outlets;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<Person> owner(Account account) {
        return records.owner(account.channel(), account.id()).flatMap(people::find);
    }

    /** The secret stands behind the #: no server and no proxy gets to see it. */
    @Override
    public String offer(Account account) {
        Secret secret = Secret.make();
        Instant now = clock.instant();
        records.offer(account, secret, now, now.plus(LIFETIME));
        return portal.page("/link#" + secret.value());
    }

    @Override
    public Optional<Account> asking(String secret) {
        return records.offered(new Secret(secret), clock.instant());
    }

    @Override
    public Optional<Account> confirm(String secret, String person) {
        Optional<Account> linked = transaction.execute(
                status -> records.taken(new Secret(secret), clock.instant()).map(account -> linked(account, person)));
        linked.ifPresent(account -> welcome(account, person));
        return linked;
    }

    @Override
    public List<Linked> of(String person) {
        return records.of(person);
    }

    @Override
    public void unlink(String person, String channel) {
        transaction.executeWithoutResult(status -> records.unlink(person, channel)
                .ifPresent(account -> {
                    outlets.close(turns.open(channel, person, Locale.SIMPLIFIED_CHINESE), channel);
                    audit.write(person, "account.unlinked", channel + ":" + account.id(), "");
                }));
    }

    /** Whoever had the account before is written to there no more. */
    private Account linked(Account account, String person) {
        records.owner(account.channel(), account.id())
                .filter(former -> !former.equals(person))
                .ifPresent(former -> unlink(former, account.channel()));
        records.link(account, person, clock.instant());
        audit.write(person, "account.linked", account.channel() + ":" + account.id(), account.name());
        return account;
    }

    private void welcome(Account account, String person) {
        Locale locale = people.find(person)
                .map(Person::language)
                .map(Locale::forLanguageTag)
                .orElseGet(() -> spokenBefore(account));
        UUID conversation = turns.open(account.channel(), person, locale);
        outlets.open(conversation, account.channel(), account.place(), Audience.PERSON, locale);
        inbox.open(new Speaker(account.channel(), person, locale));
        turns.take(
                conversation,
                "linked:" + UUID.randomUUID(),
                exchange -> exchange.reply(new Block.Text(exchange.words().say("conversations.account.linked"))));
    }

    /** The account was spoken with as a guest's, in the language that its channel tells. */
    private Locale spokenBefore(Account account) {
        return turns.find(turns.open(account.channel(), Guests.name(account), Locale.SIMPLIFIED_CHINESE))
                .map(State::locale)
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }
}
