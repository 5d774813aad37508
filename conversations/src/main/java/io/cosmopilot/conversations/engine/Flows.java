package io.cosmopilot.conversations.engine;

import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
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

    private static final int LONGEST_SUBJECT = 40;

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

    /**
     * Adds what is known to a draft as if it had been asked for, and goes on. What was answered already is corrected;
     * the input was not meant for the draft when it changes nothing.
     */
    public Moved add(Turn turn, Draft draft, Map<String, String> known) {
        Scene scene = new Scene(turn, flowOf(draft), draft);
        Map<String, String> fresh = new LinkedHashMap<>(known);
        Map<String, String> changed = new LinkedHashMap<>(known);
        fresh.keySet().removeIf(name -> isAnswered(scene, name));
        changed.keySet().removeIf(fresh::containsKey);
        Revision.Result result = Revision.correct(scene, changed);
        Draft next = Prefill.into(scene, fresh);
        if (!draft.answers().isEmpty() && result == Revision.Result.NONE && isOpen(scene, fresh)) {
            return new Moved(draft, true, null);
        }
        return result == Revision.Result.REFUSED ? new Moved(next, false, null) : go(turn, next);
    }

    /**
     * What was meant where the words themselves will not do: at the question for a name, "call it shop" means shop.
     *
     * @param said by the name of what is answered, or by an empty one
     */
    public Optional<String> meant(Turn turn, Draft draft, String text, Map<String, String> said) {
        Scene scene = new Scene(turn, flowOf(draft), draft);
        Optional<Question> open = standing(draft)
                .filter(Question.class::isInstance)
                .map(Question.class::cast)
                .filter(question -> !(question.quietly(scene, text) instanceof Answer.Accepted));
        return open.flatMap(question -> said.entrySet().stream()
                .filter(entry -> entry.getKey().isEmpty()
                        || flowOf(draft)
                                .question(entry.getKey())
                                .filter(question::equals)
                                .isPresent())
                .map(Map.Entry::getValue)
                .filter(value -> question.quietly(scene, value) instanceof Answer.Accepted)
                .findFirst());
    }

    private static boolean isAnswered(Scene scene, String name) {
        return scene.flow()
                .question(name)
                .filter(question -> scene.answers().has(question.name()))
                .isPresent();
    }

    /** Whether none of them became an answer. */
    private static boolean isOpen(Scene scene, Map<String, String> known) {
        return known.keySet().stream().noneMatch(name -> isAnswered(scene, name));
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

    /**
     * Changes answers by name (an empty name means the latest that can be such a value), drops those that depend on
     * them and no longer fit, and goes on. A value that will not do is complained about. Empty when there is no such
     * answer.
     */
    public Optional<Moved> correct(Turn turn, Draft draft, Map<String, String> change) {
        Scene scene = new Scene(turn, flowOf(draft), draft);
        return switch (Revision.correct(scene, change)) {
            case NONE -> Optional.empty();
            case REFUSED -> Optional.of(new Moved(scene.toDraft(), false, null));
            case CHANGED -> Optional.of(go(turn, scene.toDraft()));
        };
    }

    /** What exists already because of the draft, in words. */
    public Optional<String> made(Turn turn, Draft draft) {
        return find(draft.flow()).flatMap(flow -> flow.made(new Scene(turn, flow, draft)));
    }

    /** How the outcome of a draft that has ended is reversed, if it can be. */
    public Optional<Flow.Undo> undo(Turn turn, Draft ended) {
        return find(ended.flow())
                .flatMap(flow -> flow.undo(new Scene(turn, flow, ended)))
                .filter(undo -> find(undo.flow()).isPresent());
    }

    /** The draft as today's version of its flow takes it: answers that it would refuse are open again. */
    public Draft upgrade(Turn turn, Draft draft) {
        Flow flow = flowOf(draft);
        if (flow.version() == draft.version()) {
            return draft;
        }
        Scene scene = new Scene(turn, flow, draft);
        Revision.recheck(scene);
        return scene.toDraft();
    }

    /** Whether the draft has had something done. */
    public boolean acted(Draft draft) {
        return find(draft.flow()).stream()
                .flatMap(flow -> flow.steps().stream())
                .anyMatch(step -> step instanceof Work && draft.answers().containsKey(step.name()));
    }

    /** What the draft is about: its first answer, where that is short. */
    public Optional<String> subject(Draft draft, String except) {
        return find(draft.flow()).stream()
                .flatMap(Flow::questions)
                .map(Question::name)
                .filter(name -> !name.equals(except))
                .map(name -> draft.answers().getOrDefault(name, ""))
                .filter(answer -> !answer.isBlank() && answer.length() <= LONGEST_SUBJECT)
                .findFirst();
    }

    /** All of them. */
    public Collection<Flow> all() {
        return byName.values();
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
        return to.equals(FlowMachine.DONE)
                ? new Moved(null, scene.notMeant(), scene.toDraft())
                : new Moved(scene.toDraft(), scene.notMeant(), null);
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
     * @param ended the draft as it was at the end, or null when the flow has not ended
     */
    public record Moved(
            @Nullable Draft draft,
            boolean notMeant,
            @Nullable Draft ended) {}
}
