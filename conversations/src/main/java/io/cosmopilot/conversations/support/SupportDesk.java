package io.cosmopilot.conversations.support;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Desk;
import io.cosmopilot.conversations.Transcripts.Subscription;
import io.cosmopilot.conversations.approvals.Approvals;
import io.cosmopilot.conversations.approvals.Verdict;
import io.cosmopilot.deploy.Quota;

/** The desk: lets agents in and passes on what they do. */
@Component
class SupportDesk implements Desk {

    private static final String READ = "desk.read";

    private final DeskGate gate;
    private final Approvals approvals;
    private final Caseload cases;
    private final Notes notes;
    private final Floor floor;
    private final DeskEars ears;

    SupportDesk(DeskGate gate, Approvals approvals, Caseload cases, Notes notes, Floor floor, DeskEars ears) {
        this.gate = gate;
        this.approvals = approvals;
        this.cases = cases;
        this.notes = notes;
        this.floor = floor;
        this.ears = ears;
    }

    @Override
    public List<Approval> approvals(String agent) {
        gate.admit(agent, READ, "");
        return approvals.queue();
    }

    @Override
    public List<Case> cases(String agent) {
        gate.admit(agent, READ, "");
        return cases.list();
    }

    @Override
    public Optional<Case> find(String agent, String conversation) {
        gate.admit(agent, READ, conversation);
        return id(conversation).flatMap(cases::find);
    }

    @Override
    public List<Note> notes(String agent, String conversation) {
        gate.admit(agent, READ, conversation);
        return id(conversation).map(notes::about).orElse(List.of());
    }

    @Override
    public Approval decide(String agent, String approval, Decision decision, @Nullable Quota quota, String reason) {
        gate.admit(agent, "desk." + decision.name().toLowerCase(Locale.ROOT), approval);
        Approval asked = approvals
                .find(approval)
                .orElseThrow(() -> DeskRules.invalid("approval", "conversations.approval.unknown"));
        DeskRules.decision(asked, decision, quota, reason);
        return switch (approvals.decide(agent, asked, decision, quota, reason)) {
            case Verdict.Done done -> done.approval();
            case Verdict.OneMore more -> more.approval();
            case Verdict.TooMuchForOne much -> throw DeskRules.invalid("quota", "conversations.approval.much");
            case Verdict.TooLate late -> throw new AlreadyDecided(late.approval());
            case Verdict.OwnRequest own -> throw new NotAllowed(agent, "decide the own request " + approval);
            case Verdict.NoRight none -> throw new NotAllowed(agent, "decide " + approval);
        };
    }

    @Override
    public void takeOver(String agent, String conversation) {
        floor.take(gate.admit(agent, "desk.take-over", conversation), known(conversation));
    }

    @Override
    public void say(String agent, String conversation, String text) {
        floor.say(gate.admit(agent, "desk.say", conversation), known(conversation), DeskRules.text(text));
    }

    @Override
    public void note(String agent, String conversation, String text) {
        gate.admit(agent, "desk.note", conversation);
        notes.write(known(conversation), agent, DeskRules.text(text));
    }

    @Override
    public void handBack(String agent, String conversation) {
        floor.handBack(gate.admit(agent, "desk.hand-back", conversation), known(conversation));
    }

    @Override
    public void resolve(String agent, String conversation) {
        floor.resolve(gate.admit(agent, "desk.resolve", conversation), known(conversation));
    }

    @Override
    public Subscription follow(Consumer<Optional<String>> listener) {
        return ears.follow(listener);
    }

    private UUID known(String conversation) {
        return id(conversation)
                .filter(known -> cases.find(known).isPresent())
                .orElseThrow(() -> DeskRules.invalid("conversation", "conversations.desk.unknown"));
    }

    private static Optional<UUID> id(String conversation) {
        try {
            return Optional.of(UUID.fromString(conversation));
        } catch (IllegalArgumentException e) {
            // What is no id is the id of nothing.
            return Optional.empty();
        }
    }
}
