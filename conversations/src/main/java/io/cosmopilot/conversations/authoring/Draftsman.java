package io.cosmopilot.conversations.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.ChosenTemplate;
import io.cosmopilot.conversations.releasing.Said;
import io.cosmopilot.conversations.releasing.TemplateShelf;
import io.cosmopilot.conversations.releasing.Written;
import io.cosmopilot.templates.Bilingual;
import io.cosmopilot.templates.Template;
import io.cosmopilot.templates.Variable;
import io.cosmopilot.templates.VariableType;

/** Reads what an author says about a template, variable by variable. It is kept as answers {@code var:<NAME>.<what>}. */
@Component
class Draftsman {

    private static final String VARIABLE = "var:";
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,28}[a-z0-9])?");
    private static final Set<String> KNOWN = Set.of("APP_NAME", "NAMESPACE");
    private static final int LONGEST = 200;

    /** Those that need nothing else to be said, such as options. */
    private static final List<VariableType> TYPES = List.of(
            VariableType.TEXT,
            VariableType.INTEGER,
            VariableType.BOOLEAN,
            VariableType.QUANTITY,
            VariableType.PORT,
            VariableType.DNS_LABEL,
            VariableType.IMAGE,
            VariableType.HOST,
            VariableType.PATH,
            VariableType.SECRET);

    private final ChosenTemplate chosen;
    private final TemplateShelf shelf;

    Draftsman(ChosenTemplate chosen, TemplateShelf shelf) {
        this.chosen = chosen;
        this.shelf = shelf;
    }

    Answer readName(Scene scene, Input input) {
        String said = Said.of(input);
        if (said.isEmpty()) {
            return Answer.notMeant();
        }
        if (!NAME.matcher(said).matches()) {
            return Answer.refused("conversations.template.name.form", said.length() > 40 ? "…" : said);
        }
        return shelf.taken(scene.person(), said)
                ? Answer.refused("conversations.template.name.taken", said)
                : Answer.accepted("name", said);
    }

    Answer readTitle(Scene scene, Input input) {
        String said = Said.of(input);
        if (said.isEmpty()) {
            return Answer.notMeant();
        }
        return said.length() > LONGEST
                ? Answer.refused("conversations.template.title.long", LONGEST)
                : Answer.accepted("title", said);
    }

    /** Those that an author can describe; what is known from the order itself is not among them. */
    List<Variable> variables(Scene scene) {
        return chosen.of(scene).map(Template::variables).orElse(List.of()).stream()
                .filter(variable -> !KNOWN.contains(variable.name()))
                .toList();
    }

    /** The next one that has not been described. */
    Optional<Variable> next(Scene scene) {
        return variables(scene).stream()
                .filter(variable -> !scene.answers().has(VARIABLE + variable.name()))
                .findFirst();
    }

    /** Which one of how many, its name, and what is taken for its type. */
    Object[] position(Scene scene) {
        List<Variable> all = variables(scene);
        Variable next = next(scene).orElse(null);
        return next == null
                ? new Object[] {"", 0, all.size()}
                : new Object[] {next.name(), all.indexOf(next) + 1, all.size()};
    }

    List<Block.Field> fields(Scene scene) {
        return next(scene).map(variable -> fields(scene, variable)).orElse(List.of());
    }

    Answer readVariable(Scene scene, Input input) {
        Optional<Variable> next = next(scene);
        if (next.isEmpty()) {
            return Answer.notMeant();
        }
        if (input instanceof Input.Pick pick) {
            return switch (pick.choice()) {
                case "fine" -> new Answer.Accepted(Map.of(VARIABLE + next.get().name(), "yes"));
                case "allfine" -> new Answer.Accepted(allFine(scene));
                default -> Answer.notMeant();
            };
        }
        return input instanceof Input.Fields form ? described(next.get(), form.values()) : Answer.notMeant();
    }

    private Map<String, String> allFine(Scene scene) {
        Map<String, String> fine = new HashMap<>();
        variables(scene).stream()
                .filter(variable -> !scene.answers().has(VARIABLE + variable.name()))
                .forEach(variable -> fine.put(VARIABLE + variable.name(), "yes"));
        return fine;
    }

    private static Answer described(Variable variable, Map<String, String> filled) {
        Map<String, String> values = new HashMap<>();
        String key = VARIABLE + variable.name();
        for (String what : List.of("label", "hint", "type", "default")) {
            String value = filled.getOrDefault(what, "").strip();
            if (!value.isEmpty()) {
                values.put(key + "." + what, value);
            }
        }
        Variable described = with(variable, values);
        String standard = described.standard();
        if (standard != null) {
            Optional<MessageSourceResolvable> fault = described.check(standard).map(complaint -> complaint);
            if (fault.isPresent()) {
                return new Answer.Refused(Map.of("default", List.of(fault.get())));
            }
        }
        if (values.values().stream().anyMatch(value -> value.length() > LONGEST)) {
            return new Answer.Refused(Map.of(
                    "hint",
                    List.of(new DefaultMessageSourceResolvable(
                            new String[] {"conversations.template.title.long"}, new Object[] {LONGEST}))));
        }
        values.put(key, "yes");
        return new Answer.Accepted(values);
    }

    Written written(Scene scene) {
        List<Variable> described = new ArrayList<>();
        variables(scene)
                .forEach(
                        variable -> described.add(with(variable, scene.answers().all())));
        String name = scene.answers().get("name");
        return new Written(
                scene.person(),
                name,
                scene.answers().find("title").filter(title -> !title.isEmpty()).orElse(name),
                scene.answers().get("yaml"),
                described,
                false);
    }

    private static Variable with(Variable variable, Map<String, String> said) {
        String key = VARIABLE + variable.name() + ".";
        String label = said.get(key + "label");
        String hint = said.get(key + "hint");
        String type = said.get(key + "type");
        String standard = said.getOrDefault(key + "default", variable.standard());
        return new Variable(
                variable.name(),
                type == null ? variable.type() : VariableType.valueOf(type.toUpperCase(Locale.ROOT)),
                label == null ? variable.label() : new Bilingual(label, label),
                hint == null ? variable.hint() : new Bilingual(hint, hint),
                standard == null || standard.isEmpty() ? variable.example() : standard,
                standard,
                variable.required(),
                variable.generated(),
                variable.options(),
                variable.pattern());
    }

    private static List<Block.Field> fields(Scene scene, Variable variable) {
        Locale locale = scene.words().locale();
        return List.of(
                field(scene, "label", Block.Kind.TEXT, variable.label().in(locale), null),
                field(scene, "hint", Block.Kind.TEXT, variable.hint().in(locale), null),
                field(scene, "type", Block.Kind.CHOICE, word(variable.type()), types(scene, variable)),
                field(scene, "default", Block.Kind.TEXT, variable.standard(), null));
    }

    private static List<Block.Choice> types(Scene scene, Variable variable) {
        return Stream.concat(Stream.of(variable.type()), TYPES.stream())
                .distinct()
                .map(type -> Block.Choice.of(word(type), scene.say("type." + word(type))))
                .toList();
    }

    private static Block.Field field(
            Scene scene, String name, Block.Kind kind, @Nullable String value, @Nullable List<Block.Choice> options) {
        return new Block.Field(
                name,
                kind,
                scene.say("variable." + name),
                scene.say("variable." + name + ".hint"),
                false,
                value,
                options,
                null);
    }

    private static String word(VariableType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
