package io.cosmopilot.adapters.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Journeys;
import io.cosmopilot.deploy.Application;

/** The app's home tab: how far the person is, and what runs; a pure function. */
final class SlackHome {

    private static final int APPLICATIONS = 30;

    private SlackHome() {}

    static Map<String, Object> of(Journeys.Journey journey, List<Application> applications, Words words) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(Kit.object("type", "header", "text", Kit.plain(words.of("adapters.slack.home.journey"), 150)));
        blocks.add(Kit.section(journey.steps().stream()
                .map(step -> (journey.done().contains(step) ? "✅ " : "⬜ ")
                        + words.of("adapters.journey." + step.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("\n"))));
        blocks.add(Kit.object("type", "header", "text", Kit.plain(words.of("adapters.slack.home.applications"), 150)));
        if (applications.isEmpty()) {
            blocks.add(Kit.section(words.of("adapters.slack.home.none")));
        }
        applications.stream().limit(APPLICATIONS).forEach(application -> blocks.add(row(application)));
        if (applications.size() > APPLICATIONS) {
            blocks.add(Kit.context(words.of("adapters.slack.more")));
        }
        blocks.add(Kit.context(words.of("adapters.slack.home.hint")));
        return view(blocks);
    }

    /** For whoever is not linked. */
    static Map<String, Object> ofGuest(String invitation, Words words) {
        return view(List.of(
                Kit.section(words.of("adapters.slack.home.guest")),
                Kit.actions("b", List.of(Kit.link("open:0", words.of("adapters.slack.home.link"), invitation)))));
    }

    private static Map<String, Object> row(Application application) {
        String sign = switch (application.health()) {
            case HEALTHY -> "🟢";
            case PROGRESSING -> "🟡";
            case FAILED -> "🔴";
            case STOPPED -> "⚪";
        };
        String where =
                application.addresses().stream().limit(3).map(Mrkdwn::escape).collect(Collectors.joining("  "));
        return Kit.section(Mrkdwn.shortened(
                sign + " *" + Mrkdwn.escape(application.name()) + "*  " + Mrkdwn.escape(application.space())
                        + (where.isEmpty() ? "" : "\n" + where),
                Kit.SECTION));
    }

    private static Map<String, Object> view(List<Map<String, Object>> blocks) {
        return Kit.object("type", "home", "blocks", blocks);
    }
}
