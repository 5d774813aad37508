package io.cosmopilot.adapters.portal;

import java.util.List;
import java.util.Locale;

import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Component;
import io.cosmopilot.deploy.Health;

/**
 * An application as pages show it.
 *
 * @param detail ready of wanted, such as {@code 2/2}
 * @param problems in words
 */
public record ApplicationView(
        String name,
        String space,
        String template,
        String health,
        String detail,
        List<ComponentView> components,
        List<String> addresses,
        int restarts,
        List<String> problems) {

    /** One of its parts. */
    public record ComponentView(String name, String health, int ready, int wanted, String image) {}

    /** The application in the reader's language. */
    public static ApplicationView of(Application application, Words words) {
        List<Component> components = application.components();
        int ready = components.stream().mapToInt(Component::ready).sum();
        int wanted = components.stream().mapToInt(Component::wanted).sum();
        return new ApplicationView(
                application.name(),
                application.space(),
                application.template(),
                word(application.health()),
                ready + "/" + wanted,
                components.stream().map(ApplicationView::part).toList(),
                application.addresses(),
                application.restarts(),
                application.problems().stream().map(words::of).toList());
    }

    private static ComponentView part(Component part) {
        return new ComponentView(part.name(), word(part.health()), part.ready(), part.wanted(), part.image());
    }

    private static String word(Health health) {
        return health.name().toLowerCase(Locale.ROOT);
    }
}
