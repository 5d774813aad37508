package io.cosmopilot.conversations.aspects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Variables;
import io.cosmopilot.deploy.Adjustment;

/**
 * The aspects of an application as questions of a flow, asked for on request: {@code more} lets one be chosen. What was
 * filled in is kept as answers {@code aspect:<name>.<entry>}.
 */
@Component
public class Aspects {

    /** The question by which one is chosen. */
    public static final String MORE = "more";

    private static final String WANTED = "wanted:";
    private static final String FILLED = "aspect:";
    private static final String GIVEN = "given:";

    private final List<Aspect> aspects;
    private final Variables variables;

    Aspects(
            Sizes sizes,
            Access access,
            Programs programs,
            Storage storage,
            Configs configs,
            Placements placements,
            Strategies strategies,
            Variables variables) {
        this.variables = variables;
        aspects = List.of(sizes, access, programs, storage, configs, placements, strategies);
    }

    /**
     * Adds the questions to a flow.
     *
     * @param offered when it is asked which one is wanted
     */
    public Flow.Builder into(Flow.Builder flow, Predicate<Scene> offered) {
        flow.ask(more(offered));
        aspects.forEach(aspect -> flow.ask(question(aspect, offered)));
        return flow;
    }

    /** Asks for an aspect, unless a sentence has said something of it already. */
    public void want(Scene scene, String name) {
        boolean said = aspects.stream()
                .filter(aspect -> aspect.name().equals(name))
                .flatMap(aspect -> aspect.entries(scene).stream())
                .anyMatch(entry -> scene.answers().has(GIVEN + entry.name()));
        if (!said) {
            scene.answers().put(WANTED + name, "yes");
        }
    }

    /** No aspect is asked for until one is wanted again; what was filled in stays. */
    public void settle(Scene scene) {
        scene.answers().put(MORE, "");
    }

    /** Everything that shall be different. */
    public List<Adjustment> adjustments(Scene scene) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (Aspect aspect : aspects) {
            Map<String, String> filled = filled(scene, aspect);
            if (!filled.isEmpty()) {
                adjustments.addAll(aspect.adjustments(scene, filled));
            }
        }
        return List.copyOf(adjustments);
    }

    /** What was filled in, for people to read; empty when nothing was. */
    public List<String> readable(Scene scene) {
        List<String> lines = new ArrayList<>();
        for (Aspect aspect : aspects) {
            filled(scene, aspect)
                    .forEach((name, value) -> lines.add("- "
                            + scene.say(aspect.name() + "." + name) + ": `"
                            + (aspect instanceof Programs && name.equals("environment")
                                    ? Programs.masked(value)
                                    : value.replace("`", ""))
                            + "`"));
        }
        return lines;
    }

    private Question more(Predicate<Scene> offered) {
        return Question.named(MORE)
                .onlyIf(offered)
                .choices(scene -> aspects.stream()
                        .filter(aspect -> aspect.possible(scene))
                        .map(aspect -> Block.Choice.of(aspect.name(), scene.say(aspect.name() + ".label")))
                        .toList())
                .reading(this::choose)
                .build();
    }

    private Answer choose(Scene scene, Input input) {
        String said = switch (input) {
            case Input.Text text -> text.text().strip();
            case Input.Pick pick -> pick.choice();
            default -> "";
        };
        Set<String> names = new HashSet<>();
        aspects.forEach(aspect -> names.add(aspect.name()));
        if (!names.contains(said)) {
            return Answer.notMeant();
        }
        scene.answers().put(WANTED + said, "yes");
        scene.answers().forget(said);
        return Answer.accepted(MORE, said);
    }

    private Question question(Aspect aspect, Predicate<Scene> offered) {
        return Question.named(aspect.name())
                .onlyIf(scene -> scene.answers().has(WANTED + aspect.name()))
                .form(scene -> aspect.entries(scene).stream()
                        .map(entry -> field(scene, aspect, entry))
                        .toList())
                .choices(scene -> List.of(scene.choice("asis", "aspect.asis")))
                .reading((scene, input) -> read(scene, input, aspect))
                .parts((scene, name, value) ->
                        offered.test(scene) || scene.answers().has(WANTED + aspect.name())
                                ? readOne(scene, aspect, name, value.strip())
                                : Answer.notMeant())
                .build();
    }

    /** What is said of one entry beside the form: "change the memory to 2Gi". */
    private static Answer readOne(Scene scene, Aspect aspect, String name, String value) {
        Optional<Entry> meant = aspect.entries(scene).stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst();
        if (meant.isEmpty()) {
            return Answer.notMeant();
        }
        scene.answers().put(WANTED + aspect.name(), "yes");
        if (!meant.get().good().test(value)) {
            return new Answer.Refused(Map.of(name, List.of(fault(aspect, name))));
        }
        return new Answer.Accepted(Map.of(key(aspect, name), value, aspect.name(), ""));
    }

    private static MessageSourceResolvable fault(Aspect aspect, String entry) {
        String key = "conversations.release." + aspect.name() + "." + entry + ".form";
        return new DefaultMessageSourceResolvable(key);
    }

    private static Answer read(Scene scene, Input input, Aspect aspect) {
        if (input instanceof Input.Pick pick && pick.choice().equals("asis")) {
            forgetUnfit(scene, aspect);
            return Answer.accepted(aspect.name(), "");
        }
        if (!(input instanceof Input.Fields form)) {
            return Answer.notMeant();
        }
        Map<String, String> values = new HashMap<>();
        Map<String, List<MessageSourceResolvable>> faults = new HashMap<>();
        for (Entry entry : aspect.entries(scene)) {
            String value = form.values().getOrDefault(entry.name(), "").strip();
            if (!value.isEmpty() && !entry.good().test(value)) {
                faults.put(entry.name(), List.of(fault(aspect, entry.name())));
            }
            scene.answers().put(key(aspect, entry.name()), value.isEmpty() ? null : value);
            if (!value.isEmpty()) {
                values.put(key(aspect, entry.name()), value);
            }
        }
        values.put(aspect.name(), "");
        return faults.isEmpty() ? new Answer.Accepted(values) : new Answer.Refused(faults);
    }

    /** What was typed and refused stays in the form, but is not what “as it is” means. */
    private static void forgetUnfit(Scene scene, Aspect aspect) {
        for (Entry entry : aspect.entries(scene)) {
            scene.answers()
                    .find(key(aspect, entry.name()))
                    .filter(value -> !entry.good().test(value))
                    .ifPresent(value -> scene.answers().forget(key(aspect, entry.name())));
        }
    }

    private Block.Field field(Scene scene, Aspect aspect, Entry entry) {
        return new Block.Field(
                entry.name(),
                entry.kind(),
                scene.say(aspect.name() + "." + entry.name()),
                scene.say(aspect.name() + "." + entry.name() + ".hint"),
                false,
                filled(scene, aspect).getOrDefault(entry.name(), entry.begin()),
                entry.options().isEmpty() ? null : entry.options(),
                null);
    }

    /** What was filled in, else what a sentence gave and is good; unless that is the value of a variable. */
    private Map<String, String> filled(Scene scene, Aspect aspect) {
        Map<String, String> filled = new LinkedHashMap<>();
        boolean asked = scene.answers().has(aspect.name());
        for (Entry entry : aspect.entries(scene)) {
            scene.answers()
                    .find(key(aspect, entry.name()))
                    .or(() -> asked || variables.take(scene, entry.name())
                            ? Optional.empty()
                            : scene.answers().find(GIVEN + entry.name()).filter(entry.good()))
                    .ifPresent(value -> filled.put(entry.name(), value));
        }
        return filled;
    }

    private static String key(Aspect aspect, String entry) {
        return FILLED + aspect.name() + "." + entry;
    }
}
