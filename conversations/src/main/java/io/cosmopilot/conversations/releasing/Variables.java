package io.cosmopilot.conversations.releasing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.templates.Template;
import io.cosmopilot.templates.Variable;
import io.cosmopilot.templates.VariableType;

/** The variables of the chosen template as a form. Values are kept as answers {@code value:<NAME>}. */
@Component
public class Variables {

    public static final String VALUE = "value:";
    private static final String GIVEN = "given:";

    /** Known from the order itself. */
    private static final Set<String> KNOWN = Set.of("APP_NAME", "NAMESPACE");

    private final ChosenTemplate chosen;

    Variables(ChosenTemplate chosen) {
        this.chosen = chosen;
    }

    /** Whether there is anything to fill in at all. */
    public boolean has(Scene scene) {
        return !of(scene).isEmpty();
    }

    /** Whether there is something left to ask: a sentence that gave values and left nothing needed open has no form. */
    public boolean asked(Scene scene) {
        List<Variable> variables = of(scene);
        boolean given = variables.stream().anyMatch(variable -> given(scene, variable) != null);
        boolean enough = variables.stream().noneMatch(variable -> needed(variable) && given(scene, variable) == null);
        boolean valid = variables.stream().allMatch(variable -> valid(scene, variable));
        return !variables.isEmpty() && !(given && enough && valid);
    }

    public List<Block.Field> fields(Scene scene) {
        return of(scene).stream().map(variable -> field(scene, variable)).toList();
    }

    /** Everything that is to be used: what was filled in, else what the sentence gave. */
    public Map<String, String> values(Scene scene) {
        Map<String, String> values = new HashMap<>();
        for (Variable variable : of(scene)) {
            String value = begun(scene, variable);
            if (value != null) {
                values.put(variable.name(), value);
            }
        }
        return values;
    }

    /** Whether what a sentence gave by this name fills a variable in, so that it says nothing else. */
    public boolean take(Scene scene, String given) {
        return of(scene).stream().anyMatch(variable -> means(variable, given));
    }

    /**
     * Only values that are no secrets, for people to read.
     *
     * @param overruled variables whose values something else decides
     */
    public List<String> readable(Scene scene, Set<String> overruled) {
        Map<String, String> values = values(scene);
        return of(scene).stream()
                .filter(variable -> values.containsKey(variable.name()) && variable.type() != VariableType.SECRET)
                .filter(variable -> !overruled.contains(variable.name()))
                .map(variable -> "- " + variable.label().in(scene.words().locale()) + ": `"
                        + values.getOrDefault(variable.name(), "").replace("`", "") + "`")
                .toList();
    }

    public Answer read(Scene scene, Input input) {
        return switch (input) {
            case Input.Fields fields -> check(scene, fields.values());
            case Input.Pick pick -> pick.choice().equals("defaults") ? check(scene, Map.of()) : Answer.notMeant();
            default -> Answer.notMeant();
        };
    }

    /** What is said of one variable: {@code replicas} is the one whose name is, or ends with, that. */
    public Answer readOne(Scene scene, String name, String value) {
        Optional<Variable> meant =
                of(scene).stream().filter(variable -> means(variable, name)).findFirst();
        if (meant.isEmpty()) {
            return Answer.notMeant();
        }
        String variable = meant.get().name();
        Optional<MessageSourceResolvable> fault = fault(meant.get(), value.strip());
        return fault.isPresent()
                ? new Answer.Refused(Map.of(variable, List.of(fault.get())))
                : new Answer.Accepted(Map.of(VALUE + variable, value.strip()));
    }

    /** Whether the form can be answered by a button that takes every default. */
    public boolean defaultsDo(Scene scene) {
        return of(scene).stream().noneMatch(Variables::needed);
    }

    private Answer check(Scene scene, Map<String, String> filled) {
        Map<String, String> values = new HashMap<>();
        Map<String, List<MessageSourceResolvable>> faults = new HashMap<>();
        for (Variable variable : of(scene)) {
            String value = filled(scene, variable, filled);
            fault(variable, value).ifPresent(fault -> faults.put(variable.name(), List.of(fault)));
            if (!value.isEmpty()) {
                values.put(VALUE + variable.name(), value);
            }
        }
        // What was typed stays in the form, right or wrong.
        values.forEach(scene.answers()::put);
        return faults.isEmpty() ? new Answer.Accepted(values) : new Answer.Refused(faults);
    }

    /** A secret is never shown in a form: left empty, it stays what it was. */
    private static String filled(Scene scene, Variable variable, Map<String, String> filled) {
        String value = filled.getOrDefault(variable.name(), "").strip();
        String before = begun(scene, variable);
        return value.isEmpty() && variable.type() == VariableType.SECRET && before != null ? before : value;
    }

    private static Optional<MessageSourceResolvable> fault(Variable variable, String value) {
        if (value.isEmpty()) {
            return needed(variable)
                    ? Optional.of(new DefaultMessageSourceResolvable("conversations.release.variables.missing"))
                    : Optional.empty();
        }
        return variable.check(value).map(complaint -> complaint);
    }

    private List<Variable> of(Scene scene) {
        return chosen.of(scene).map(Template::variables).orElse(List.of()).stream()
                .filter(variable -> !KNOWN.contains(variable.name()))
                .toList();
    }

    private static boolean needed(Variable variable) {
        return variable.required() && variable.standard() == null && !variable.generated();
    }

    private boolean valid(Scene scene, Variable variable) {
        String value = given(scene, variable);
        return value == null || variable.check(value).isEmpty();
    }

    private Block.Field field(Scene scene, Variable variable) {
        Locale locale = scene.words().locale();
        String begun = begun(scene, variable);
        String value = begun != null ? begun : variable.standard();
        boolean secret = variable.type() == VariableType.SECRET;
        return new Block.Field(
                variable.name(),
                kind(variable.type()),
                variable.label().in(locale),
                hint(scene, variable),
                needed(variable),
                secret ? null : value,
                variable.options().isEmpty()
                        ? null
                        : variable.options().stream()
                                .map(option -> Block.Choice.of(option, option))
                                .toList(),
                null);
    }

    private static String hint(Scene scene, Variable variable) {
        String hint = variable.hint().in(scene.words().locale());
        return variable.generated() ? Releasing.say(scene, "variables.generated", hint) : hint;
    }

    private static Block.Kind kind(VariableType type) {
        return switch (type) {
            case INTEGER, PORT -> Block.Kind.NUMBER;
            case BOOLEAN -> Block.Kind.BOOLEAN;
            case CHOICE -> Block.Kind.CHOICE;
            case SECRET -> Block.Kind.SECRET;
            default -> Block.Kind.TEXT;
        };
    }

    private static @Nullable String begun(Scene scene, Variable variable) {
        return scene.answers().find(VALUE + variable.name()).orElse(given(scene, variable));
    }

    private static @Nullable String given(Scene scene, Variable variable) {
        return scene.answers().under(GIVEN).entrySet().stream()
                .filter(entry -> means(variable, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** What a sentence called {@code password} is the variable whose name ends with it. */
    private static boolean means(Variable variable, String given) {
        String name = variable.name().toLowerCase(Locale.ROOT);
        String key = given.toLowerCase(Locale.ROOT).replace('-', '_');
        return name.equals(key) || name.endsWith("_" + key);
    }
}
