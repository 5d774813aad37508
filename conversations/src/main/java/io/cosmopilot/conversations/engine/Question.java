package io.cosmopilot.conversations.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Builder is;

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

    @Override
    public void enter(Scene scene) {
        ask(scene, Map.of());
    }

    @Override
    public void help(Scene scene) {
        scene.reply(scene.text(is.name + ".help", is.mentioned.apply(scene)));
    }

    @Override
    public boolean take(Scene scene) {
        Answer answer = is.reading.apply(scene, scene.input());
        return switch (answer) {
            case Answer.Accepted accepted -> keep(scene, accepted);
            case Answer.Refused refused -> complain(scene, refused);
            case Answer.NotMeant none -> pass(scene);
        };
    }

    /** Takes what was said elsewhere as the answer, silently; false when it would not do or is none. */
    boolean prefill(Scene scene, String value) {
        Answer answer = is.reading.apply(scene, new Input.Text(value));
        return answer instanceof Answer.Accepted accepted && keep(scene, accepted);
    }

    /** Takes the default; false when there is none. */
    boolean skip(Scene scene) {
        Optional<String> value = standard(scene);
        value.ifPresent(text -> prefill(scene, text));
        return value.isPresent();
    }

    private boolean keep(Scene scene, Answer.Accepted accepted) {
        accepted.values().forEach(scene.answers()::put);
        if (!scene.answers().has(is.name) && !is.reopens) {
            scene.answers().put(is.name, "");
        }
        return true;
    }

    private boolean complain(Scene scene, Answer.Refused refused) {
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
            blocks.add(scene.text(is.name + ".ask", is.mentioned.apply(scene)));
        }
        List<Block.Field> fields = is.form.apply(scene);
        if (!fields.isEmpty()) {
            blocks.add(form(scene, fields, faults));
        }
        List<Block.Choice> choices = is.choices.apply(scene);
        if (!choices.isEmpty()) {
            blocks.add(new Block.Choices(choices));
        }
        scene.reply(blocks);
    }

    private Block form(Scene scene, List<Block.Field> fields, Map<String, List<MessageSourceResolvable>> faults) {
        return new Block.Form(
                scene.say(is.name + ".title", is.mentioned.apply(scene)),
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
        private Predicate<Scene> when = scene -> true;
        private Function<Scene, List<Block.Choice>> choices = scene -> List.of();
        private Function<Scene, List<Block.Field>> form = scene -> List.of();
        private Function<Scene, Object[]> mentioned = scene -> new Object[0];
        private Function<Scene, Optional<String>> standard = scene -> Optional.empty();
        private BiFunction<Scene, Input, Answer> reading;

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

        /** The arguments of the texts. */
        public Builder mentioning(Function<Scene, Object[]> arguments) {
            mentioned = arguments;
            return this;
        }

        public Builder orElse(Function<Scene, Optional<String>> value) {
            standard = value;
            return this;
        }

        /** How an input becomes an answer. */
        public Builder reading(BiFunction<Scene, Input, Answer> reader) {
            reading = reader;
            return this;
        }

        public Question build() {
            return new Question(this);
        }
    }
}
