package io.cosmopilot.adapters.discord;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

import io.cosmopilot.adapters.words.Languages;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.templates.Catalogue;
import io.cosmopilot.templates.Template;

/** What is proposed while an option of {@code /cosmo} is typed: templates, and the linked person's applications. */
final class Proposals {

    private final Catalogue catalogue;
    private final Applications applications;
    private final Links links;

    Proposals(Catalogue catalogue, Applications applications, Links links) {
        this.catalogue = catalogue;
        this.applications = applications;
        this.links = links;
    }

    List<Command.Choice> of(Account account, Locale locale, String option, String typed) {
        Stream<Command.Choice> all = switch (option) {
            case "template" -> templates(Languages.choose(locale), typed.strip());
            case "application" -> applications(account, typed.strip().toLowerCase(Locale.ROOT));
            default -> Stream.of();
        };
        return all.limit(OptionData.MAX_CHOICES).toList();
    }

    private Stream<Command.Choice> templates(Locale locale, String typed) {
        List<Template> found = typed.isEmpty() ? catalogue.all() : catalogue.search(typed);
        return found.stream().map(template -> choice(template.title().in(locale), template.name()));
    }

    private Stream<Command.Choice> applications(Account account, String typed) {
        return links.owner(account).stream()
                .flatMap(person -> applications.of(person.username()).stream())
                .map(Application::name)
                .filter(name -> name.contains(typed))
                .map(name -> choice(name, name));
    }

    private static Command.Choice choice(String name, String value) {
        return new Command.Choice(Cut.off(name, OptionData.MAX_CHOICE_NAME_LENGTH), value);
    }
}
