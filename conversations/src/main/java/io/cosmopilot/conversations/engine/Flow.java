package io.cosmopilot.conversations.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a conversation about one matter walks through: immutable steps, checked when built. */
public final class Flow {

    private final String name;
    private final int version;
    private final List<Step> steps;
    private final Consumer<Scene> ending;
    private final boolean aside;

    private Flow(Builder builder) {
        name = builder.name;
        version = builder.version;
        steps = List.copyOf(builder.steps);
        ending = builder.ending;
        aside = builder.aside;
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

    void end(Scene scene) {
        ending.accept(scene);
    }

    /** Writes a flow down in the order in which it is walked through. */
    public static final class Builder {

        private final String name;
        private final List<Step> steps = new ArrayList<>();
        private int version = 1;
        private boolean aside;
        private Consumer<Scene> ending = scene -> {};

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

        /**
         * Checks the flow.
         *
         * @throws IllegalStateException when two steps have the same name, there is none, or one has a reserved name
         */
        public Flow build() {
            Set<String> names = new HashSet<>(Set.of(FlowMachine.START, FlowMachine.ROUTE, FlowMachine.DONE));
            for (Step step : steps) {
                if (!names.add(step.name())) {
                    throw new IllegalStateException("flow " + name + ": the name " + step.name() + " is taken");
                }
            }
            if (steps.isEmpty()) {
                throw new IllegalStateException("flow " + name + " has no steps");
            }
            return new Flow(this);
        }
    }
}
