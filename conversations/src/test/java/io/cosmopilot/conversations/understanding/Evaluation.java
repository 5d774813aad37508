package io.cosmopilot.conversations.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.ClassPathResource;

import io.cosmopilot.templates.Catalogue;
import io.cosmopilot.templates.Template;

import static java.util.stream.Collectors.toSet;

/** Says to the recogniser what people say, and counts what it makes of it. */
final class Evaluation {

    private static final Set<String> HARMLESS = Set.of("status", "guide", "human", "journey");
    private static final Set<String> RUNNING = Set.of("blog", "shop", "api", "mall");
    private static final Set<String> TEMPLATES =
            Catalogue.shipped().all().stream().map(Template::name).collect(toSet());

    private final Recogniser recogniser;
    private final List<Saying> sayings;
    private final List<String> misunderstood = new ArrayList<>();
    private final List<String> wrongSlots = new ArrayList<>();
    private final List<String> wrongActs = new ArrayList<>();
    private int slots;

    /** What is said, what it may mean, and the values that have to be lifted out of it. */
    record Saying(String said, List<String> meanings, Map<String, String> slots, Set<String> running) {}

    private Evaluation(Recogniser recogniser, List<Saying> sayings) {
        this.recogniser = recogniser;
        this.sayings = sayings;
        sayings.forEach(this::judge);
    }

    static Evaluation of(Recogniser recogniser, String file) {
        return new Evaluation(recogniser, read(file));
    }

    static Hints hints(Saying saying) {
        return new Hints(saying.running(), TEMPLATES, Set.of("kstore"));
    }

    private void judge(Saying saying) {
        Meaning meaning = recogniser.understand(saying.said(), hints(saying));
        String name = name(meaning);
        if (!saying.meanings().contains(name)) {
            misunderstood.add(saying.said() + "  ->  " + meaning + "  not  " + saying.meanings());
            if (acts(meaning)) {
                wrongActs.add(saying.said() + "  ->  " + meaning);
            }
            return;
        }
        if (meaning instanceof Meaning.Wish wish) {
            compare(saying, wish.intents().getFirst().slots());
        }
    }

    private void compare(Saying saying, Map<String, String> found) {
        saying.slots().forEach((slot, value) -> {
            slots++;
            if (!value.equals(found.get(slot))) {
                wrongSlots.add(saying.said() + "  ->  " + slot + "=" + found.get(slot) + "  not  " + value);
                if (slot.equals("action") && found.containsKey(slot)) {
                    wrongActs.add(saying.said() + "  ->  " + found);
                }
            }
        });
    }

    private static String name(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Command command -> command.word().name();
            case Meaning.Correction correction -> "correction";
            case Meaning.Unknown unknown -> "none";
            case Meaning.Wish wish ->
                wish.intents().size() > 1
                        ? "several"
                        : wish.intents().getFirst().name();
        };
    }

    /** One single thing would be begun that changes a system. */
    private static boolean acts(Meaning meaning) {
        return meaning instanceof Meaning.Wish wish
                && wish.intents().size() == 1
                && !HARMLESS.contains(wish.intents().getFirst().name());
    }

    double accuracy() {
        return 100.0 * (sayings.size() - misunderstood.size()) / sayings.size();
    }

    double slotAccuracy() {
        return 100.0 * (slots - wrongSlots.size()) / slots;
    }

    List<String> wrongActs() {
        return wrongActs;
    }

    List<Saying> sayings() {
        return sayings;
    }

    String report(boolean inFull) {
        StringBuilder report =
                new StringBuilder("%d utterances: intents %.1f %%, slots %.1f %% of %d, wrong acting guesses %d"
                        .formatted(sayings.size(), accuracy(), slotAccuracy(), slots, wrongActs.size()));
        if (inFull) {
            misunderstood.forEach(line -> report.append("\n  intent ").append(line));
            wrongSlots.forEach(line -> report.append("\n  slot   ").append(line));
        }
        wrongActs.forEach(line -> report.append("\n  ACT    ").append(line));
        return report.toString();
    }

    private static List<Saying> read(String file) {
        List<Saying> sayings = new ArrayList<>();
        try (var in = new ClassPathResource("understanding-evaluation/" + file).getInputStream()) {
            Object data = new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(in);
            ((List<?>) data).forEach(entry -> sayings.add(saying((List<?>) entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sayings;
    }

    private static Saying saying(List<?> entry) {
        Map<String, String> slots = new LinkedHashMap<>();
        if (entry.size() > 2) {
            ((Map<?, ?>) entry.get(2)).forEach((slot, value) -> slots.put(String.valueOf(slot), String.valueOf(value)));
        }
        Set<String> running = new HashSet<>(RUNNING);
        if (entry.size() > 3) {
            running.addAll(strings(entry.get(3)));
        }
        return new Saying(String.valueOf(entry.get(0)), strings(entry.get(1)), slots, running);
    }

    private static List<String> strings(Object value) {
        List<?> list = value instanceof List<?> several ? several : List.of(value);
        return list.stream()
                .map(String::valueOf)
                .flatMap(name -> name.equals("none")
                        ? java.util.stream.Stream.of("none", "several")
                        : java.util.stream.Stream.of(name))
                .toList();
    }
}
