package io.cosmopilot.conversations.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** Has something done elsewhere and waits for its reports; the conversation is free meanwhile. */
public final class Work implements Step {

    private final String name;
    private final Predicate<Scene> when;
    private final Consumer<Scene> start;
    private final @Nullable Consumer<Scene> cancel;
    private final Map<Class<?>, BiFunction<Scene, Object, Next>> reports;

    private Work(Builder builder) {
        name = builder.name;
        when = builder.when;
        start = builder.start;
        cancel = builder.cancel;
        reports = Map.copyOf(builder.reports);
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean applies(Scene scene) {
        return when.test(scene);
    }

    @Override
    public boolean asks() {
        return false;
    }

    @Override
    public void enter(Scene scene) {
        start.accept(scene);
    }

    @Override
    public void help(Scene scene) {
        scene.reply(scene.text(name + ".help"));
    }

    /** Whether there is a way to stop it. */
    public boolean stoppable() {
        return cancel != null;
    }

    /** Stops what was begun, as far as it can be stopped. */
    public void cancel(Scene scene) {
        if (cancel != null) {
            cancel.accept(scene);
        }
    }

    /** The reports it waits for. */
    public List<Class<?>> awaited() {
        return List.copyOf(reports.keySet());
    }

    @Override
    public boolean take(Scene scene) {
        if (scene.input() instanceof Input.News news) {
            return hear(scene, news.report());
        }
        scene.markNotMeant();
        return false;
    }

    private boolean hear(Scene scene, Object report) {
        BiFunction<Scene, Object, Next> heard = reports.get(report.getClass());
        if (heard == null) {
            return false;
        }
        Next next = heard.apply(scene, report);
        if (next == Next.DONE) {
            scene.answers().put(name, "done");
        }
        return next != Next.WAIT;
    }

    /** How a report moves the flow. */
    public enum Next {
        /** It goes on waiting. */
        WAIT,
        /** This step is done. */
        DONE,
        /** The flow goes on with the first open step, which may be this one again. */
        AGAIN
    }

    /** Writes a work down. */
    public static final class Builder {

        private final String name;
        private final Map<Class<?>, BiFunction<Scene, Object, Next>> reports = new LinkedHashMap<>();
        private Predicate<Scene> when = scene -> true;
        private Consumer<Scene> start = scene -> {};
        private @Nullable Consumer<Scene> cancel;

        private Builder(String name) {
            this.name = name;
        }

        public Builder onlyIf(Predicate<Scene> condition) {
            when = condition;
            return this;
        }

        public Builder starting(Consumer<Scene> begin) {
            start = begin;
            return this;
        }

        public Builder cancelling(Consumer<Scene> stop) {
            cancel = stop;
            return this;
        }

        public <R> Builder on(Class<R> report, BiFunction<Scene, R, Next> then) {
            reports.put(report, (scene, news) -> then.apply(scene, report.cast(news)));
            return this;
        }

        public Work build() {
            return new Work(this);
        }
    }
}
