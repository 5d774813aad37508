package io.cosmopilot.conversations.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.deploy.Requester;

/**
 * What a step of a flow sees, and where it puts what is to be said and done. Nothing takes effect here: the turn writes
 * it all down in one transaction.
 */
public final class Scene {

    private final Turn turn;
    private final Flow flow;
    private final Answers answers;
    private final Map<String, Long> pins;
    private final String draft;
    private Input input = new Input.Nothing();
    private String step;
    private boolean notMeant;
    private @Nullable RuntimeException failure;

    Scene(Turn turn, Flow flow, Draft draft) {
        this.turn = turn;
        this.flow = flow;
        this.draft = draft.id();
        this.step = draft.step();
        this.answers = new Answers(draft.answers());
        this.pins = new HashMap<>(draft.pins());
    }

    public String person() {
        return turn.person();
    }

    public Instant now() {
        return turn.now();
    }

    public Words words() {
        return turn.words();
    }

    public Answers answers() {
        return answers;
    }

    /** Identifies this run of the flow for as long as it lasts. */
    public String draft() {
        return draft;
    }

    /** For whom commands are done; their reports come back to this run of the flow. */
    public Requester requester() {
        return new Requester(turn.person(), turn.conversation() + "/" + draft);
    }

    public String conversation() {
        return turn.conversation();
    }

    public Input input() {
        return input;
    }

    /**
     * The message of this flow's own bundle section, {@code conversations.<flow>.<key>}; else the one that flows share,
     * {@code conversations.release.<key>}.
     */
    public String say(String key, Object... arguments) {
        String[] keys = {"conversations." + flow.name() + "." + key, "conversations.release." + key};
        return words().say(new DefaultMessageSourceResolvable(keys, arguments));
    }

    public Block text(String key, Object... arguments) {
        return new Block.Text(say(key, arguments));
    }

    public Block.Choice choice(String id, String key, Object... arguments) {
        return Block.Choice.of(id, say(key, arguments));
    }

    public void reply(Block... blocks) {
        reply(List.of(blocks));
    }

    public void reply(List<Block> blocks) {
        turn.emit(new Emission(blocks, flow.name(), step, draft, null, null, false));
    }

    /** What could be pressed before cannot be pressed any more. */
    void ask(List<Block> blocks) {
        turn.emit(new Emission(blocks, flow.name(), step, draft, null, null, true));
    }

    /** What is looked up at most once in a turn, however many steps need it. */
    public <T> T once(String name, Supplier<T> lookup) {
        return turn.once(name, lookup);
    }

    /** Says it in a message of its own that later calls with the same name revise. */
    public void pin(String name, Block... blocks) {
        turn.emit(new Emission(List.of(blocks), flow.name(), step, draft, name, pins.get(name), false));
    }

    /** From now on the name stands for a new message. */
    public void unpin(String name) {
        pins.remove(name);
    }

    /** Something to be done in the turn's transaction; it may only write to PostgreSQL. */
    public void command(Runnable command) {
        turn.command(command);
    }

    /** A person shall speak from now on; the bot is silent until it is handed back. */
    public void handOver(String topic) {
        turn.handOver(topic);
    }

    /** The conversation goes on in this language. */
    public void speak(Locale language) {
        turn.speak(language);
    }

    void receive(Input what) {
        input = what;
        notMeant = false;
    }

    void entering(String id) {
        step = id;
    }

    void markNotMeant() {
        notMeant = true;
    }

    boolean notMeant() {
        return notMeant;
    }

    Flow flow() {
        return flow;
    }

    void fail(RuntimeException e) {
        failure = e;
    }

    void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    Draft toDraft() {
        return new Draft(draft, flow.name(), flow.version(), step, answers.all(), Map.copyOf(pins));
    }
}
