package io.cosmopilot.conversations.aspects;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Applications;

/** On which hosts it runs, and beside which applications. */
@Component
class Placements implements Aspect {

    private static final Pattern LABEL =
            Pattern.compile("(?:[a-z0-9.-]{1,253}/)?[A-Za-z0-9][A-Za-z0-9_.-]{0,62}=[A-Za-z0-9_.-]{0,63}");
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    private final Applications applications;

    Placements(Applications applications) {
        this.applications = applications;
    }

    @Override
    public String name() {
        return "placement";
    }

    @Override
    public List<Entry> entries(Scene scene) {
        return List.of(
                Entry.typed(
                        "labels",
                        value -> words(value).stream()
                                .allMatch(word -> LABEL.matcher(word).matches())),
                Entry.typed(
                        "hosts",
                        value -> words(value).stream()
                                .allMatch(word -> HOST.matcher(word).matches())),
                Entry.typed("near", value -> known(scene, value)),
                Entry.typed("apart", value -> known(scene, value)));
    }

    @Override
    public List<Adjustment> adjustments(Scene scene, Map<String, String> filled) {
        Map<String, String> labels = new LinkedHashMap<>();
        words(filled.getOrDefault("labels", "")).forEach(word -> {
            int equals = word.indexOf('=');
            labels.put(word.substring(0, equals), word.substring(equals + 1));
        });
        return List.of(new Adjustment.Placement(
                labels,
                words(filled.getOrDefault("hosts", "")),
                words(filled.getOrDefault("near", "")),
                words(filled.getOrDefault("apart", ""))));
    }

    private boolean known(Scene scene, String names) {
        return words(names).stream()
                .allMatch(name -> applications.find(scene.person(), name).isPresent());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,，、;；]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
