package io.cosmopilot.adapters.world;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Desk;
import io.cosmopilot.conversations.Transcripts;
import io.cosmopilot.deploy.Quota;

/** A desk in memory, with one request and one conversation. */
public final class MadeUpDesk implements Desk {

    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    private final Map<String, Approval> approvals = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Consumer<Optional<String>>> listeners = new CopyOnWriteArrayList<>();
    private final List<String> said = new ArrayList<>();
    private Mode mode = Mode.WAITING;

    private final Clock clock;

    public MadeUpDesk(Clock clock) {
        this.clock = clock;
        reset();
    }

    public void reset() {
        mode = Mode.WAITING;
        notes.clear();
        said.clear();
        approvals.put("a1", approval(Approval.State.REQUESTED, null, null, null));
    }

    public List<String> said() {
        return said;
    }

    public int listeners() {
        return listeners.size();
    }

    public void ring(Optional<String> conversation) {
        listeners.forEach(listener -> listener.accept(conversation));
    }

    @Override
    public List<Approval> approvals(String agent) {
        return List.copyOf(approvals.values());
    }

    @Override
    public List<Case> cases(String agent) {
        return List.of(item());
    }

    @Override
    public Optional<Case> find(String agent, String conversation) {
        return conversation.equals(item().conversation()) ? Optional.of(item()) : Optional.empty();
    }

    @Override
    public List<Note> notes(String agent, String conversation) {
        return List.copyOf(notes);
    }

    @Override
    public Approval decide(String agent, String approval, Decision decision, @Nullable Quota quota, String reason) {
        Approval asked = Optional.ofNullable(approvals.get(approval)).orElseThrow();
        if (!asked.state().open()) {
            throw new AlreadyDecided(asked);
        }
        Approval decided = approval(
                switch (decision) {
                    case APPROVE -> Approval.State.APPROVED;
                    case DENY -> Approval.State.REFUSED;
                    case COUNTER -> Approval.State.COUNTERED;
                },
                quota,
                reason,
                agent);
        approvals.put(approval, decided);
        return decided;
    }

    @Override
    public void takeOver(String agent, String conversation) {
        mode = Mode.AGENT;
    }

    @Override
    public void say(String agent, String conversation, String text) {
        if (mode != Mode.AGENT) {
            throw new NotTakenOver(conversation);
        }
        said.add(text);
    }

    @Override
    public void note(String agent, String conversation, String text) {
        notes.add(new Note(agent, AT, text));
    }

    @Override
    public void handBack(String agent, String conversation) {
        mode = Mode.BOT;
    }

    @Override
    public void resolve(String agent, String conversation) {
        mode = Mode.BOT;
    }

    @Override
    public Transcripts.Subscription follow(Consumer<Optional<String>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private Case item() {
        return new Case(MadeUpConversations.id("wei"), "wei", mode, null, "images", AT, "Help!", AT.plusSeconds(900));
    }

    private Approval approval(
            Approval.State state, @Nullable Quota granted, @Nullable String reason, @Nullable String agent) {
        return new Approval(
                "a1",
                "wei",
                MadeUpConversations.id("wei"),
                Approval.Matter.space("shop", "our shop’s images", new Quota(50, 4, 8)),
                state,
                granted,
                reason,
                null,
                agent,
                AT,
                agent == null ? null : clock.instant(),
                null);
    }
}
