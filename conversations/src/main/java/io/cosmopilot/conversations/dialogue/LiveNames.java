package io.cosmopilot.conversations.dialogue;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.releasing.TemplateShelf;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.understanding.Hints;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.Space;
import io.cosmopilot.deploy.Spaces;
import io.cosmopilot.templates.Template;

import static java.util.stream.Collectors.toSet;

/** The names that a person may mean. */
@Component
class LiveNames {

    private final Applications applications;
    private final TemplateShelf shelf;
    private final Spaces spaces;

    LiveNames(Applications applications, TemplateShelf shelf, Spaces spaces) {
        this.applications = applications;
        this.shelf = shelf;
        this.spaces = spaces;
    }

    Hints of(Exchange exchange) {
        String person = exchange.before().person();
        return new Hints(
                applications.of(person).stream().map(Application::name).collect(toSet()),
                shelf.all(person).stream().map(Template::name).collect(toSet()),
                spaces.of(person).stream().map(Space::name).collect(toSet()));
    }
}
