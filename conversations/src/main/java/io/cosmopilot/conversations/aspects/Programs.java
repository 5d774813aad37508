package io.cosmopilot.conversations.aspects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Pairs;
import io.cosmopilot.deploy.Adjustment;

/** What is run in the image, and what it knows. */
@Component
class Programs implements Aspect {

    @Override
    public String name() {
        return "program";
    }

    @Override
    public List<Entry> entries(Scene scene) {
        return List.of(
                Entry.typed("command", value -> !CommandLine.words(value).isEmpty()),
                Entry.typed("arguments", value -> !CommandLine.words(value).isEmpty()),
                Entry.typed("environment", Pairs::are));
    }

    @Override
    public List<Adjustment> adjustments(Scene scene, Map<String, String> filled) {
        List<Adjustment> adjustments = new ArrayList<>();
        String command = filled.get("command");
        String arguments = filled.get("arguments");
        if (command != null || arguments != null) {
            adjustments.add(new Adjustment.Command(
                    null,
                    command == null ? List.of() : CommandLine.words(command),
                    arguments == null ? List.of() : CommandLine.words(arguments)));
        }
        String environment = filled.get("environment");
        if (environment != null) {
            adjustments.add(new Adjustment.Environment(null, Pairs.of(environment)));
        }
        return adjustments;
    }

    /** Names only: what is behind them may be nobody's business. */
    static String masked(String environment) {
        return Pairs.of(environment).keySet().stream().map(name -> name + "=…").collect(Collectors.joining("; "));
    }
}
