package io.cosmopilot.conversations.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import org.springframework.context.MessageSourceResolvable;

import io.cosmopilot.conversations.Block;

/**
 * Asks a person something. The texts are {@code conversations.<flow>.<name>.ask} and {@code ….help}; both may mention
 * what {@link Builder#mentioning} names.
 */
public final class Question implements Step {

    /** No name, no number, no address: who takes it takes any words. */
    private static final String NONSENSE = "… ?!";

    private final Builder is;

    /** Reads what was said about one part of an answer that has several. */
    public interface Part {

        /** Not meant where there is no part of that name. */
        Answer read(Scene scene, String name, String value);
    }

    private Question(Builder builder) {
        is = builder;
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    @Override
    public String name() {
        return is.name;
    }

    @Override
    public boolean applies(Scene scene) {
        return is.when.test(scene);
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public boolean freeText() {
        return is.freeText;
    }

    /** The default that is taken when the person skips, if there is one. */
    public Optional<String> standard(Scene scene) {
        return is.standard.apply(scene);
    }

    /** What was said before anybody asked, and will not do, is not passed over in silence. */
    @Override
    public void enter(Scene scene) {
        Optional<String> given = scene.answers().find(Prefill.GIVEN + is.name);
        if (given.map(value -> quietly(scene, value)).orElse(Answer.notMeant()) instanceof Answer.Refused refused
                && refused.faults().containsKey("")) {
            scene.answers().forget(Prefill.GIVEN + is.name);
            ask(scene, refused.faults());
        } else {
            ask(scene, Map.of());
        }
    }

    @Override
    public void help(Scene scene) {
        scene.reply(scene.text(is.name + ".help", mentioned(scene)));
    }

    @Override
    public boolean take(Scene scene) {
        Answer answer = is.reading.apply(scene, scene.input());
        return switch (answer) {
            case Answer.Accepted accepted -> takeUp(scene, accepted);
            case Answer.Refused refused -> complain(scene, refused);
            case Answer.NotMeant none -> pass(scene);
        };
    }

    /** Whether a slash may begin the answer, so that it is no command. */
    @Override
    public boolean literal() {
        return is.literal;
    }

    /** Whether a no ends the flow. */
    public boolean isDeclinable() {
        return is.declinable;
    }

    /** Whether it is asked under some condition only. */
    boolean isConditional() {
        return is.conditional;
    }

    /** Whether its answer decides how to go on. */
    boolean isDeciding() {
        return is.reopens;
    }

    boolean isCalled(String other) {
        return is.called.contains(other);
    }

    /** The answers that have to be there before: what it depends on, and what it mentions. */
    Set<String> earlier() {
        Set<String> names = new LinkedHashSet<>(is.depends);
        names.addAll(is.names);
        return names;
    }

    /**
     * Whether its answer still holds now that others have changed.
     *
     * @param changed the answers that have
     */
    boolean stillHolds(Scene scene, Set<String> changed) {
        boolean dependent = is.depends.stream().anyMatch(changed::contains);
        if (dependent && !applies(scene)) {
            return false;
        }
        return switch (quietly(scene, scene.answers().get(is.name))) {
            case Answer.Accepted accepted -> true;
            case Answer.Refused refused -> false;
            case Answer.NotMeant none -> !dependent;
        };
    }

    /** Whether any words would do as an answer. */
    boolean isProse(Scene scene) {
        return quietly(scene, NONSENSE) instanceof Answer.Accepted;
    }

    /** What it would say to these words; nothing is kept. */
    Answer quietly(Scene scene, String text) {
        Map<String, String> before = scene.answers().all();
        scene.answers().forget(is.name);
        try {
            return is.reading.apply(scene, new Input.Text(text));
        } finally {
            scene.answers().reset(before);
        }
    }

    /** Takes what was said elsewhere as the answer, silently; false when it would not do or is none. */
    boolean prefill(Scene scene, String value) {
        Answer answer = is.reading.apply(scene, new Input.Text(value));
        return answer instanceof Answer.Accepted accepted && keep(scene, accepted);
    }

    /** Takes what was said elsewhere as the answer, and complains aloud about what will not do. */
    Answer correct(Scene scene, String value) {
        Answer answer = is.reading.apply(scene, new Input.Text(value));
        if (answer instanceof Answer.Accepted accepted) {
            keep(scene, accepted);
        }
        return answer;
    }

    /** Takes what was said about one part of its answer; the caller complains. */
    Answer correctPart(Scene scene, String name, String value) {
        Answer answer = is.part.read(scene, name, value);
        if (answer instanceof Answer.Accepted accepted) {
            accepted.values().forEach(scene.answers()::put);
            Revision.recheck(scene, is.name);
        }
        return answer;
    }

    /** Takes the default; false when there is none. */
    boolean skip(Scene scene) {
        Optional<Input> input =
                is.skipping.apply(scene).or(() -> standard(scene).map(Input.Text::new));
        return input.map(value -> is.reading.apply(scene, value))
                .filter(Answer.Accepted.class::isInstance)
                .map(answer -> keep(scene, (Answer.Accepted) answer))
                .orElse(false);
    }

    private boolean takeUp(Scene scene, Answer.Accepted accepted) {
        boolean kept = keep(scene, accepted);
        Prefill.again(scene);
        return kept;
    }

    private boolean keep(Scene scene, Answer.Accepted accepted) {
        accepted.values().forEach(scene.answers()::put);
        if (!scene.answers().has(is.name) && !is.reopens) {
            scene.answers().put(is.name, "");
        }
        Revision.recheck(scene, is.name);
        return true;
    }

    boolean complain(Scene scene, Answer.Refused refused) {
        ask(scene, refused.faults());
        return false;
    }

    private static boolean pass(Scene scene) {
        scene.markNotMeant();
        return false;
    }

    private void ask(Scene scene, Map<String, List<MessageSourceResolvable>> faults) {
        List<Block> blocks = new ArrayList<>();
        List<MessageSourceResolvable> whole = faults.getOrDefault("", List.of());
        if (!whole.isEmpty()) {
            blocks.add(new Block.Text(
                    String.join("\n", whole.stream().map(scene.words()::say).toList())));
        } else {
            blocks.add(scene.text(is.name + "." + is.asked.apply(scene), mentioned(scene)));
        }
        // What is answered by one press is not below a form that may be longer than the window.
        List<Block.Choice> choices = is.choices.apply(scene);
        if (!choices.isEmpty()) {
            blocks.add(new Block.Choices(choices));
        }
        List<Block.Field> fields = is.form.apply(scene);
        if (!fields.isEmpty()) {
            blocks.add(form(scene, fields, faults));
        }
        scene.ask(blocks);
    }

    private Object[] mentioned(Scene scene) {
        return is.names.isEmpty()
                ? is.mentioned.apply(scene)
                : is.names.stream().map(scene.answers()::get).toArray();
    }

    private Block form(Scene scene, List<Block.Field> fields, Map<String, List<MessageSourceResolvable>> faults) {
        return new Block.Form(
                scene.say(is.name + ".title", mentioned(scene)),
                scene.say(is.name + ".submit"),
                fields.stream().map(field -> marked(scene, field, faults)).toList());
    }

    private static Block.Field marked(
            Scene scene, Block.Field field, Map<String, List<MessageSourceResolvable>> faults) {
        List<MessageSourceResolvable> own = faults.getOrDefault(field.name(), List.of());
        if (own.isEmpty()) {
            return field;
        }
        String error = String.join(" ", own.stream().map(scene.words()::say).toList());
        return new Block.Field(
                field.name(),
                field.kind(),
                field.label(),
                field.hint(),
                field.required(),
                field.value(),
                field.options(),
                error);
    }

    /** Writes a question down. */
    public static final class Builder {

        private final String name;
        private boolean freeText;
        private boolean reopens;
        private boolean literal;
        private boolean conditional;
        private boolean declinable;
        private Set<String> depends = Set.of();
        private Set<String> called = Set.of();
        private List<String> names = List.of();
        private Predicate<Scene> when = scene -> true;
        private Function<Scene, List<Block.Choice>> choices = scene -> List.of();
        private Function<Scene, List<Block.Field>> form = scene -> List.of();
        private Function<Scene, String> asked = scene -> "ask";
        private Function<Scene, Object[]> mentioned = scene -> new Object[0];
        private Function<Scene, Optional<String>> standard = scene -> Optional.empty();
        private Function<Scene, Optional<Input>> skipping = scene -> Optional.empty();
        private BiFunction<Scene, Input, Answer> reading;
        private Part part = (scene, part, value) -> Answer.notMeant();

        private Builder(String name) {
            this.name = name;
            this.reading = (scene, input) -> input instanceof Input.Text text
                    ? Answer.accepted(name, text.text().strip())
                    : Answer.notMeant();
        }

        /** Free words are expected: nothing but a whole-message command interrupts. */
        public Builder freeText() {
            freeText = true;
            return this;
        }

        /** Its answer decides how to go on and is not kept: the reading changes other answers instead. */
        public Builder deciding() {
            reopens = true;
            return this;
        }

        public Builder onlyIf(Predicate<Scene> condition) {
            when = condition;
            conditional = true;
            return this;
        }

        public Builder choices(Function<Scene, List<Block.Choice>> offered) {
            choices = offered;
            return this;
        }

        public Builder form(Function<Scene, List<Block.Field>> fields) {
            form = fields;
            return this;
        }

        /** Which of its texts asks; {@code ask} otherwise. */
        public Builder asking(Function<Scene, String> text) {
            asked = text;
            return this;
        }

        /** The arguments of the texts. */
        public Builder mentioning(Function<Scene, Object[]> arguments) {
            mentioned = arguments;
            return this;
        }

        /** The answers that the texts mention, in the order of their arguments. */
        public Builder mentioning(String... answers) {
            names = List.of(answers);
            return this;
        }

        /** When one of these answers changes, this one is read again, and asked again where it no longer fits. */
        public Builder dependsOn(String... answers) {
            depends = Set.of(answers);
            return this;
        }

        /** Other names under which a person may correct the answer. */
        public Builder alsoCalled(String... others) {
            called = Set.of(others);
            return this;
        }

        /** A slash may begin the answer: it is no command here. */
        public Builder literal() {
            literal = true;
            return this;
        }

        /** What skipping stands for, where it is no text. */
        public Builder skipping(Function<Scene, Optional<Input>> input) {
            skipping = input;
            return this;
        }

        public Builder orElse(Function<Scene, Optional<String>> value) {
            standard = value;
            return this;
        }

        /** Nothing answers it: it says what is missing, and its buttons lead there. */
        public Builder barrier() {
            return declinable().reading((scene, input) -> Answer.notMeant());
        }

        /** A no is the end of the flow, even where free words are expected. */
        public Builder declinable() {
            declinable = true;
            return this;
        }

        /** How an input becomes an answer. */
        public Builder reading(BiFunction<Scene, Input, Answer> reader) {
            reading = reader;
            return this;
        }

        /** How one part of an answer with several, such as a field of a form, is corrected by its name. */
        public Builder parts(Part reader) {
            part = reader;
            return this;
        }

        public Question build() {
            return new Question(this);
        }
    }
}
