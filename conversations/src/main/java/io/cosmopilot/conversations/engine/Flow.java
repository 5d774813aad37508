package io.cosmopilot.conversations.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a conversation about one matter walks through: immutable steps, checked when built. */
public final class Flow {

    private final String name;
    private final int version;
    private final List<Step> steps;
    private final Consumer<Scene> ending;
    private final boolean aside;
    private final Function<Scene, Optional<String>> made;
    private final Function<Scene, Optional<Undo>> undo;

    private Flow(Builder builder) {
        name = builder.name;
        version = builder.version;
        steps = List.copyOf(builder.steps);
        ending = builder.ending;
        aside = builder.aside;
        made = builder.made;
        undo = builder.undo;
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    /** Whether a person is back where they were, without being asked, when it has ended. */
    public boolean isAside() {
        return aside;
    }

    public List<Step> steps() {
        return steps;
    }

    public Optional<Step> step(String wanted) {
        return steps.stream().filter(step -> step.name().equals(wanted)).findFirst();
    }

    /** The question of that name, or whose answer is also called so. */
    Optional<Question> question(String wanted) {
        Optional<Question> named =
                questions().filter(question -> question.name().equals(wanted)).findFirst();
        return named.or(
                () -> questions().filter(question -> question.isCalled(wanted)).findFirst());
    }

    Stream<Question> questions() {
        return steps.stream().filter(Question.class::isInstance).map(Question.class::cast);
    }

    Optional<String> made(Scene scene) {
        return made.apply(scene);
    }

    Optional<Undo> undo(Scene scene) {
        return undo.apply(scene);
    }

    void end(Scene scene) {
        ending.accept(scene);
    }

    /**
     * How the outcome of a flow is reversed: by another flow that begins with these answers.
     *
     * @param what is going to be reversed, in words
     */
    public record Undo(String what, String flow, Map<String, String> answers) {
        public Undo {
            answers = Map.copyOf(answers);
        }
    }

    /** Writes a flow down in the order in which it is walked through. */
    public static final class Builder {

        private final String name;
        private final List<Step> steps = new ArrayList<>();
        private int version = 1;
        private boolean aside;
        private Consumer<Scene> ending = scene -> {};
        private Function<Scene, Optional<String>> made = scene -> Optional.empty();
        private Function<Scene, Optional<Undo>> undo = scene -> Optional.empty();

        private Builder(String name) {
            this.name = name;
        }

        public Builder version(int number) {
            version = number;
            return this;
        }

        /** Said beside what else is going on: what was interrupted goes on by itself. */
        public Builder aside() {
            aside = true;
            return this;
        }

        public Builder ask(Question question) {
            steps.add(question);
            return this;
        }

        public Builder confirm(Confirmation confirmation) {
            steps.add(confirmation);
            return this;
        }

        public Builder run(Work work) {
            steps.add(work);
            return this;
        }

        /** What is said at the end. */
        public Builder then(Consumer<Scene> last) {
            ending = last;
            return this;
        }

        /** What exists already because of this flow, in words, should the person cancel it now; asked before it is dropped. */
        public Builder made(Function<Scene, Optional<String>> inWords) {
            made = inWords;
            return this;
        }

        /** How its outcome is reversed, if it can be. */
        public Builder undone(Function<Scene, Optional<Undo>> by) {
            undo = by;
            return this;
        }

        /**
         * Checks the flow.
         *
         * @throws IllegalStateException naming everything that is wrong: two steps of the same name, none at all, a
         *     reserved name, a question that mentions or depends on what is asked later, a change offered of what is
         *     never asked
         */
        public Flow build() {
            List<String> faults = FlowRules.faults(steps);
            if (!faults.isEmpty()) {
                throw new IllegalStateException("flow " + name + ": " + String.join("; ", faults));
            }
            return new Flow(this);
        }
    }
}
