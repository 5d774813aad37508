package io.cosmopilot.conversations.engine;

import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.action.Action;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.configurers.ChoiceTransitionConfigurer;
import org.springframework.statemachine.guard.Guard;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/**
 * A flow compiled to a state machine: a state a step, and a choice that leads to the first step that is open. Not
 * thread-safe: it serves one turn at a time.
 */
final class FlowMachine {

    static final String START = "start";
    static final String ROUTE = "route";
    static final String DONE = "done";
    private static final String SCENE = "scene";

    private final StateMachine<String, Signal> machine;

    FlowMachine(Flow flow) {
        machine = compile(flow);
    }

    /** What moves a machine. */
    enum Signal {
        /** To the first open step. */
        GO,
        /** The scene's input is for the step. */
        TAKE
    }

    /** Takes one step from where the scene's draft stands, and returns where it stands then. */
    String step(Scene scene, String from, Signal signal) {
        machine.stopReactively().block();
        machine.getStateMachineAccessor()
                .doWithAllRegions(region -> region.resetStateMachineReactively(
                                new DefaultStateMachineContext<>(from, null, null, null))
                        .block());
        machine.startReactively().block();
        Message<Signal> event =
                MessageBuilder.withPayload(signal).setHeader(SCENE, scene).build();
        machine.sendEvent(Mono.just(event)).blockLast();
        scene.throwFailure();
        return machine.getState().getId();
    }

    /** Forgets an answer and everything that was done with it. */
    static void forget(Scene scene, String answer) {
        scene.answers().forget(answer);
        forgetWork(scene);
    }

    /** Forgets what was done with the answers. */
    static void forgetWork(Scene scene) {
        scene.flow().steps().stream()
                .filter(step -> !(step instanceof Question))
                .forEach(step -> scene.answers().forget(step.name()));
    }

    private static StateMachine<String, Signal> compile(Flow flow) {
        try {
            StateMachineBuilder.Builder<String, Signal> builder = StateMachineBuilder.builder();
            builder.configureConfiguration().withConfiguration().machineId(flow.name());
            states(flow, builder);
            transitions(flow, builder);
            return builder.build();
        } catch (Exception e) {
            throw new IllegalStateException("flow " + flow.name() + " does not compile", e);
        }
    }

    private static void states(Flow flow, StateMachineBuilder.Builder<String, Signal> builder) throws Exception {
        var states = builder.configureStates().withStates().initial(START).choice(ROUTE);
        for (Step step : flow.steps()) {
            states.stateEntry(step.name(), doing(scene -> {
                scene.entering(step.name());
                step.enter(scene);
            }));
        }
        states.state(DONE, doing(flow::end), null);
    }

    private static void transitions(Flow flow, StateMachineBuilder.Builder<String, Signal> builder) throws Exception {
        var transitions = builder.configureTransitions();
        transitions.withExternal().source(START).target(ROUTE).event(Signal.GO);
        for (Step step : flow.steps()) {
            transitions.withExternal().source(step.name()).target(ROUTE).event(Signal.GO);
            transitions
                    .withExternal()
                    .source(step.name())
                    .target(ROUTE)
                    .event(Signal.TAKE)
                    .guard(when(step::take));
        }
        ChoiceTransitionConfigurer<String, Signal> route =
                transitions.withChoice().source(ROUTE);
        Step first = flow.steps().getFirst();
        route.first(first.name(), when(first::open));
        flow.steps().stream().skip(1).forEach(step -> route.then(step.name(), when(step::open)));
        route.last(DONE);
    }

    private static Action<String, Signal> doing(Consumer<Scene> what) {
        return context -> {
            Scene scene = scene(context);
            if (scene != null) {
                guarded(scene, s -> {
                    what.accept(s);
                    return true;
                });
            }
        };
    }

    private static Guard<String, Signal> when(Predicate<Scene> condition) {
        return context -> {
            Scene scene = scene(context);
            return scene != null && guarded(scene, condition);
        };
    }

    /** The machine swallows exceptions; the scene keeps them for the turn. */
    private static boolean guarded(Scene scene, Predicate<Scene> condition) {
        try {
            return condition.test(scene);
        } catch (RuntimeException e) {
            scene.fail(e);
            return false;
        }
    }

    private static @Nullable Scene scene(StateContext<String, Signal> context) {
        return context.getMessage() == null ? null : (Scene) context.getMessageHeader(SCENE);
    }
}
