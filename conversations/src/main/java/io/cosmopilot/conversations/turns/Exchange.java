package io.cosmopilot.conversations.turns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Mode;
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
    private Locale locale;
    private Snapshot.@Nullable Offer offer;
    private long seq;

    Exchange(State state, Turn turn) {
        this.state = state;
        this.turn = turn;
        this.stack = new ArrayList<>(state.snapshot().stack());
        this.working = new ArrayList<>(state.snapshot().working());
        this.paused = state.snapshot().paused();
        this.stumbles = state.snapshot().stumbles();
        this.offer = state.snapshot().offer();
        this.mode = state.mode();
        this.agent = state.agent();
        this.topic = state.topic();
        this.locale = state.locale();
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

    public Snapshot.@Nullable Offer offer() {
        return offer;
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

    public void speak(Locale language) {
        locale = language;
    }

    /** Words of the person, an agent or the system, in the order of saying; the bot's follow after them. */
    public void write(Author author, String name, List<Block> blocks) {
        spoken.add(new Row(++seq, false, author, name, null, null, blocks, null));
    }

    /** The bot says something outside any flow. */
    public void reply(Block... blocks) {
        reply(List.of(blocks));
    }

    public void reply(List<Block> blocks) {
        turn.emit(new Emission(blocks, null, null, null, null, null));
    }

    /** A message of the bot that exists says something else from now on. */
    public void revise(long number, Block... blocks) {
        turn.emit(new Emission(List.of(blocks), null, null, null, null, number));
    }

    boolean changedMode() {
        return mode != state.mode() || !Objects.equals(agent, state.agent()) || !Objects.equals(topic, state.topic());
    }

    Outcome outcome(String bot) {
        turn.handedOver().ifPresent(about -> handTo(Mode.WAITING, null, about));
        turn.spoken().ifPresent(this::speak);
        List<Row> rows = new ArrayList<>(spoken);
        Map<String, Map<String, Long>> pins = new HashMap<>();
        for (Emission emission : turn.emissions()) {
            Row row = rowOf(emission, bot, pins);
            rows.add(row);
            offer = offered(row);
        }
        Snapshot snapshot = new Snapshot(pinned(stack, pins), paused, pinned(working, pins), offer, stumbles);
        return new Outcome(snapshot, rows, seq, mode, agent, topic, locale, changedMode());
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

    /** A new message replaces what can be pressed; a revised one, or an approval's buttons, do not. */
    private Snapshot.@Nullable Offer offered(Row row) {
        List<Block.Choice> choices = Choices.of(row.blocks());
        boolean form = row.blocks().stream().anyMatch(Block.Form.class::isInstance);
        if (row.approval() != null || (row.revises() && (offer == null || offer.seq() != row.seq()))) {
            return offer;
        }
        return choices.isEmpty() && !form ? offer : new Snapshot.Offer(row.seq(), choices, form);
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
            boolean handed) {}
}
