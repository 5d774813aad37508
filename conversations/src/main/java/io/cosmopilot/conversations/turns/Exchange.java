package io.cosmopilot.conversations.turns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Emission;
import io.cosmopilot.conversations.engine.Turn;
import io.cosmopilot.conversations.engine.Words;

/** One conversation during one turn: what it was, and what becomes of it. */
public final class Exchange {

    private final State state;
    private final Turn turn;
    private final List<Row> spoken = new ArrayList<>();
    private final List<Draft> stack;
    private final List<Draft> working;
    private boolean paused;
    private int stumbles;
    private Mode mode;
    private @Nullable String agent;
    private @Nullable String topic;
    private Snapshot.@Nullable Offer offer;
    private @Nullable Draft done;
    private Map<String, Map<String, String>> wishes;
    private Snapshot.@Nullable Attempt failed;
    private boolean reminded;
    private boolean spokenTo;
    private long seq;

    Exchange(State state, Turn turn) {
        this.state = state;
        this.turn = turn;
        this.stack = new ArrayList<>(state.snapshot().stack());
        this.working = new ArrayList<>(state.snapshot().working());
        this.paused = state.snapshot().paused();
        this.stumbles = state.snapshot().stumbles();
        this.offer = state.snapshot().offer();
        this.done = state.snapshot().done();
        this.wishes = state.snapshot().wishes();
        this.failed = state.snapshot().failed();
        this.reminded = state.reminded();
        this.mode = state.mode();
        this.agent = state.agent();
        this.topic = state.topic();
        this.seq = state.lastSeq();
    }

    /** As it was before the turn. */
    public State before() {
        return state;
    }

    public Turn turn() {
        return turn;
    }

    public Words words() {
        return turn.words();
    }

    public List<Draft> stack() {
        return stack;
    }

    public List<Draft> working() {
        return working;
    }

    public boolean paused() {
        return paused;
    }

    public void pause(boolean now) {
        paused = now;
    }

    public int stumbles() {
        return stumbles;
    }

    public void stumbles(int times) {
        stumbles = times;
    }

    /** The flow that was finished last. */
    public Optional<Draft> done() {
        return Optional.ofNullable(done);
    }

    public void done(@Nullable Draft finished) {
        done = finished;
    }

    /** Whether a question is open about a wish for which that button stands. */
    public boolean isWished(String choice) {
        return wishes.containsKey(choice);
    }

    /** What was said with that wish. */
    public Map<String, String> wished(String choice) {
        return wishes.getOrDefault(choice, Map.of());
    }

    /** The wishes that a question is open about, by button. */
    public void wishes(Map<String, Map<String, String>> open) {
        wishes = open;
    }

    /** What a fault of ours left undone. */
    public Optional<Snapshot.Attempt> failed() {
        return Optional.ofNullable(failed);
    }

    public void failed(Snapshot.@Nullable Attempt attempt) {
        failed = attempt;
    }

    /** The person has been told that a question is open. */
    public void remind() {
        reminded = true;
    }

    public Snapshot.@Nullable Offer offer() {
        return offer;
    }

    /** What could be pressed has been; it is no offer any more. */
    public void settled() {
        offer = null;
    }

    public Mode mode() {
        return mode;
    }

    /** From now on these speak with the person. */
    public void handTo(Mode next, @Nullable String who, @Nullable String about) {
        mode = next;
        agent = who;
        topic = about;
    }

    /** The conversation goes on in this language, from the next word on. */
    public void speak(Locale language) {
        turn.speak(language);
    }

    /** Words of the person, an agent or the system, in the order of saying; the bot's follow after them. */
    public void write(Author author, String name, List<Block> blocks) {
        if (author == Author.PERSON) {
            spokenTo = true;
            reminded = false;
        }
        spoken.add(new Row(++seq, false, author, name, null, null, blocks, null));
    }

    /** The bot says something outside any flow. */
    public void reply(Block... blocks) {
        reply(List.of(blocks));
    }

    public void reply(List<Block> blocks) {
        turn.emit(Emission.of(blocks));
    }

    /** Says again what was said; what was revised in place goes on being revised here. */
    public void repeat(Message message) {
        Emission again = Stream.concat(working.stream(), stack.stream())
                .flatMap(draft -> draft.pins().entrySet().stream()
                        .filter(pin -> pin.getValue() == message.seq())
                        .map(pin -> new Emission(
                                message.blocks(),
                                message.flow(),
                                message.step(),
                                draft.id(),
                                pin.getKey(),
                                null,
                                false)))
                .findFirst()
                .orElseGet(
                        () -> new Emission(message.blocks(), message.flow(), message.step(), null, null, null, false));
        turn.emit(again);
    }

    /** A message of the bot that exists says something else from now on. */
    public void revise(long number, Block... blocks) {
        turn.emit(new Emission(List.of(blocks), null, null, null, null, number, false));
    }

    boolean changedMode() {
        return mode != state.mode() || !Objects.equals(agent, state.agent()) || !Objects.equals(topic, state.topic());
    }

    Outcome outcome(String bot) {
        turn.handedOver().ifPresent(about -> handTo(Mode.WAITING, null, about));
        List<Row> rows = new ArrayList<>(spoken);
        Map<String, Map<String, Long>> pins = new HashMap<>();
        for (Emission emission : turn.emissions()) {
            Row row = rowOf(emission, bot, pins);
            rows.add(row);
            offer = offered(row, emission.asks());
        }
        Snapshot snapshot =
                new Snapshot(pinned(stack, pins), paused, pinned(working, pins), offer, stumbles, done, wishes, failed);
        Locale locale = turn.spoken().orElse(state.locale());
        return new Outcome(snapshot, rows, seq, mode, agent, topic, locale, changedMode(), waiting(), reminded);
    }

    /** A question is open since the person last spoke, or since it was asked without that. */
    private @Nullable Instant waiting() {
        if (stack.isEmpty() || paused || mode != Mode.BOT) {
            return null;
        }
        return spokenTo || state.waiting() == null ? turn.now() : state.waiting();
    }

    private Row rowOf(Emission emission, String bot, Map<String, Map<String, Long>> pins) {
        Long revised = emission.revises();
        String draft = emission.draft();
        String pin = emission.pin();
        if (revised == null && draft != null && pin != null) {
            revised = pins.getOrDefault(draft, Map.of()).get(pin);
        }
        long number = revised != null ? revised : ++seq;
        if (draft != null && pin != null) {
            pins.computeIfAbsent(draft, d -> new HashMap<>()).put(pin, number);
        }
        if (draft != null && emission.asks()) {
            pins.computeIfAbsent(draft, d -> new HashMap<>()).putAll(Draft.askedIn(number));
        }
        return new Row(
                number,
                revised != null,
                Author.BOT,
                bot,
                emission.flow(),
                emission.step(),
                emission.blocks(),
                approvalOf(emission.blocks()));
    }

    private static @Nullable UUID approvalOf(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Block.Request request) {
                return UUID.fromString(request.approval());
            }
        }
        return null;
    }

    /** A new message replaces what can be pressed, and so does a question without buttons; a revised one, or an approval's buttons, do not. */
    private Snapshot.@Nullable Offer offered(Row row, boolean asks) {
        List<Block.Choice> choices = Choices.of(row.blocks());
        boolean form = row.blocks().stream().anyMatch(Block.Form.class::isInstance);
        if (row.approval() != null || (row.revises() && (offer == null || offer.seq() != row.seq()))) {
            return offer;
        }
        if (choices.isEmpty() && !form) {
            return asks ? null : offer;
        }
        return new Snapshot.Offer(row.seq(), choices, form);
    }

    private static List<Draft> pinned(List<Draft> drafts, Map<String, Map<String, Long>> pins) {
        return drafts.stream()
                .map(draft -> pins.containsKey(draft.id()) ? draft.pinned(pins.get(draft.id())) : draft)
                .toList();
    }

    /** What a turn leaves behind. */
    record Outcome(
            Snapshot snapshot,
            List<Row> rows,
            long lastSeq,
            Mode mode,
            @Nullable String agent,
            @Nullable String topic,
            Locale locale,
            boolean handed,
            @Nullable Instant waiting,
            boolean reminded) {}
}
