package io.cosmopilot.conversations.approvals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Desk.Decision;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.turns.Audit;
import io.cosmopilot.conversations.turns.DeskBell;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Spaces;

/** The lives of approvals. Each change is in the caller's transaction, if there is one, with all that follows of it. */
@Component
public class Approvals {

    private static final int SETTLED = 20;

    private final ApprovalRegister register;
    private final People people;
    private final Spaces spaces;
    private final Audit audit;
    private final DeskBell bell;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Approvals(
            ApprovalRegister register,
            People people,
            Spaces spaces,
            Audit audit,
            DeskBell bell,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.people = people;
        this.spaces = spaces;
        this.audit = audit;
        this.bell = bell;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Optional<Approval> find(String id) {
        return register.find(id);
    }

    /** The open ones, oldest first; then the latest that are settled. */
    public List<Approval> queue() {
        return Stream.concat(register.open().stream(), register.settled(SETTLED).stream())
                .toList();
    }

    List<Approval> open() {
        return register.open();
    }

    /** Whether somebody waits for a space of this name. */
    boolean asked(String space) {
        return register.asked(space);
    }

    /**
     * Begins a life.
     *
     * @param reference unique; where the reports of what becomes of it go
     */
    void request(Approval approval, String reference) {
        transaction.executeWithoutResult(status -> {
            register.insert(approval, reference);
            tell(new ApprovalRegister.Entry(approval, new Requester(approval.requester(), reference)));
            audit.write(approval.requester(), "approval.requested", approval.id(), approval.space());
        });
    }

    /** Whether an offer is less than what was asked for. */
    public static boolean less(Quota offer, Quota asked) {
        return offer.within(asked) && !offer.equals(asked);
    }

    /** What keeps this person from deciding; empty when nothing does. An attempt without the right is audited. */
    public Optional<Verdict> objection(String agent, Approval approval, Decision decision) {
        Optional<Verdict> objection = objection(agent, approval);
        objection.filter(verdict -> !(verdict instanceof Verdict.TooLate)).ifPresent(verdict -> {
            String tried = decision.name().toLowerCase(Locale.ROOT);
            audit.write(agent, "approval.not-allowed", approval.id(), tried);
        });
        return objection;
    }

    /**
     * Decides; the first decision counts.
     *
     * @param offer what is offered instead, for a counter-offer
     */
    public Verdict decide(String agent, Approval approval, Decision decision, @Nullable Quota offer, String reason) {
        return objection(agent, approval, decision)
                .orElseGet(() -> step(agent, approval, Step.decided(approval, decision, agent, offer, reason)));
    }

    /** The requester takes what was offered. */
    Verdict accept(String person, Approval approval) {
        return own(person, approval, Step.accepted());
    }

    /** The requester does not want it any more. */
    Verdict withdraw(String person, Approval approval) {
        return own(person, approval, Step.withdrawn());
    }

    void troubled(String reference, String trouble) {
        transaction.executeWithoutResult(
                status -> register.troubled(reference, trouble).ifPresent(this::tell));
    }

    void provisioned(String reference) {
        transaction.executeWithoutResult(
                status -> register.provisioned(reference, now()).ifPresent(this::tell));
    }

    private Optional<Verdict> objection(String agent, Approval approval) {
        if (people.find(agent).filter(person -> person.is(Person.Role.AGENT)).isEmpty()) {
            return Optional.of(new Verdict.NoRight(approval));
        }
        if (approval.requester().equals(agent)) {
            return Optional.of(new Verdict.OwnRequest(approval));
        }
        return approval.state() == Approval.State.REQUESTED
                ? Optional.empty()
                : Optional.of(new Verdict.TooLate(approval));
    }

    private Verdict own(String person, Approval approval, Step step) {
        if (approval.requester().equals(person)) {
            return step(person, approval, step);
        }
        audit.write(
                person, "approval.not-allowed", approval.id(), step.to().name().toLowerCase(Locale.ROOT));
        return new Verdict.NoRight(approval);
    }

    private Verdict step(String who, Approval approval, Step step) {
        return transaction.execute(status -> register.take(approval.id(), step, now())
                .map(entry -> done(who, entry, step))
                .orElseGet(() -> new Verdict.TooLate(find(approval.id()).orElse(approval))));
    }

    private Verdict done(String who, ApprovalRegister.Entry entry, Step step) {
        Approval approval = entry.approval();
        Quota granted = approval.granted();
        if (step.grants() && granted != null) {
            spaces.provision(approval.space(), granted, entry.requester());
        }
        String what = "approval." + approval.state().name().toLowerCase(Locale.ROOT);
        audit.write(who, what, approval.id(), granted == null ? "" : granted.toString());
        tell(entry);
        return new Verdict.Done(approval);
    }

    private void tell(ApprovalRegister.Entry entry) {
        events.publishEvent(new ApprovalChanged(UUID.randomUUID().toString(), entry.requester(), entry.approval()));
        bell.ring();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
