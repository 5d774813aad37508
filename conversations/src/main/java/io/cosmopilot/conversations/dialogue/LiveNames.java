package io.cosmopilot.conversations.dialogue;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.State;
import io.cosmopilot.conversations.understanding.Hints;
import io.cosmopilot.deploy.Belongings;
import io.cosmopilot.deploy.Belongings.Belonging;
import io.cosmopilot.templates.Catalogue;

import static java.util.stream.Collectors.toSet;

/** The names that a person may mean. */
@Component
class LiveNames {

    private final Belongings belongings;
    private final Catalogue catalogue;

    LiveNames(Belongings belongings, Catalogue catalogue) {
        this.belongings = belongings;
        this.catalogue = catalogue;
    }

    Hints of(Exchange exchange) {
        State state = exchange.before();
        List<Belonging> own = exchange.turn().once("belongings", () -> belongings.of(state.person()));
        Set<String> templates = new HashSet<>(state.templates());
        catalogue.all().forEach(template -> templates.add(template.name()));
        return new Hints(
                own.stream()
                        .map(Belonging::application)
                        .filter(Objects::nonNull)
                        .collect(toSet()),
                templates,
                own.stream().map(Belonging::space).collect(toSet()));
    }
}
