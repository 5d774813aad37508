package io.cosmopilot.adapters.slack;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.cosmopilot.adapters.words.WordsForReader;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Journeys;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.deploy.Applications;

/** Publishes each person's home tab when they look at it. */
final class SlackHomes {

    private final Links links;
    private final Journeys journeys;
    private final Applications applications;
    private final SlackWeb web;
    private final WordsForReader words;

    SlackHomes(Links links, Journeys journeys, Applications applications, SlackWeb web, WordsForReader words) {
        this.links = links;
        this.journeys = journeys;
        this.applications = applications;
        this.web = web;
        this.words = words;
    }

    void show(Account account, Locale told) {
        Optional<Person> owner = links.owner(account);
        Locale locale = owner.map(Person::language).map(Locale::forLanguageTag).orElse(told);
        Map<String, Object> view = owner.map(person -> SlackHome.of(
                        journeys.of(person.username()), applications.of(person.username()), words.in(locale)))
                .orElseGet(() -> SlackHome.ofGuest(links.offer(account), words.in(locale)));
        web.home(account.place(), view);
    }
}
