package io.cosmopilot.conversations.engine;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.engine.FlowMachine.Signal;

/** All flows, and the pooled machines that run them. */
@Component
public class Flows {

    private final Map<String, Flow> byName;
    private final Map<String, Deque<FlowMachine>> idle = new ConcurrentHashMap<>();

    public Flows(List<Flow> flows) {
        byName = flows.stream().collect(Collectors.toUnmodifiableMap(Flow::name, Function.identity()));
    }

    /** Whether the draft is of a flow that is only an aside. */
    public boolean isAside(Draft draft) {
        return find(draft.flow()).filter(Flow::isAside).isPresent();
    }

    public Optional<Flow> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Begins a flow with what is known already; the first open question is asked. */
    public Moved begin(Turn turn, String name, Map<String, String> known) {
        Flow flow = find(name).orElseThrow(() -> new IllegalArgumentException("no flow named " + name));
        Draft draft =
                new Draft(UUID.randomUUID().toString(), name, flow.version(), FlowMachine.START, Map.of(), Map.of());
        return add(turn, draft, known);
    }

    /** Adds what is known to a draft as if it had been asked for, and goes on. */
    public Moved add(Turn turn, Draft draft, Map<String, String> known) {
        return go(turn, Prefill.into(new Scene(turn, flowOf(draft), draft), known));
    }

    /** The draft with its latest answer taken back; empty when there is none. */
    public Optional<Draft> back(Turn turn, Draft draft) {
        return Revision.back(new Scene(turn, flowOf(draft), draft));
    }

    /** The draft with its open question answered by the default; empty when it has none. */
    public Optional<Draft> skip(Turn turn, Draft draft) {
        Scene scene = new Scene(turn, flowOf(draft), draft);
        return standing(draft)
                .filter(Question.class::isInstance)
                .map(Question.class::cast)
                .filter(question -> question.skip(scene))
                .map(question -> scene.toDraft());
    }

    /** The draft with one answer changed; empty when it has no such answer. */
    public Optional<Draft> correct(Turn turn, Draft draft, Map<String, String> change) {
        return Revision.correct(new Scene(turn, flowOf(draft), draft), change);
    }

    /** Gives an input to the step at which the draft stands. */
    public Moved take(Turn turn, Draft draft, Input input) {
        return step(turn, draft, input, Signal.TAKE);
    }

    /** Goes to the first open question after the draft's answers were changed, or after the flow was. */
    public Moved go(Turn turn, Draft draft) {
        return step(turn, draft, new Input.Nothing(), Signal.GO);
    }

    /** Works on the draft outside the machine, where no step is taken: help, what to change, cancelling. */
    public Draft visit(Turn turn, Draft draft, BiConsumer<Scene, Step> visitor) {
        Flow flow = flowOf(draft);
        Scene scene = new Scene(turn, flow, draft);
        flow.step(draft.step()).ifPresent(step -> visitor.accept(scene, step));
        return scene.toDraft();
    }

    /** The step at which the draft stands; empty when an upgrade of the flow has removed it. */
    public Optional<Step> standing(Draft draft) {
        return find(draft.flow()).flatMap(flow -> flow.step(draft.step()));
    }

    private Moved step(Turn turn, Draft draft, Input input, Signal signal) {
        Flow flow = flowOf(draft);
        Scene scene = new Scene(turn, flow, draft);
        scene.receive(input);
        String from = flow.step(draft.step()).isPresent() ? draft.step() : FlowMachine.START;
        String to = run(flow, machine -> machine.step(scene, from, signal));
        Draft moved = to.equals(FlowMachine.DONE) ? null : scene.toDraft();
        return new Moved(moved, scene.notMeant());
    }

    private Flow flowOf(Draft draft) {
        return find(draft.flow()).orElseThrow(() -> new IllegalArgumentException("no flow named " + draft.flow()));
    }

    /** A machine that threw is not used again. */
    private String run(Flow flow, Function<FlowMachine, String> use) {
        Deque<FlowMachine> pool = idle.computeIfAbsent(flow.name(), name -> new ConcurrentLinkedDeque<>());
        FlowMachine pooled = pool.pollFirst();
        FlowMachine machine = pooled == null ? new FlowMachine(flow) : pooled;
        String state = use.apply(machine);
        pool.addFirst(machine);
        return state;
    }

    /**
     * How a step went.
     *
     * @param draft where the flow stands now, or null when it has ended
     * @param notMeant whether the input was no answer to what was asked, and nothing was said about it
     */
    public record Moved(@Nullable Draft draft, boolean notMeant) {}
}
