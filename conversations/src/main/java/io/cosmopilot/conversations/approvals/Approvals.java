package io.cosmopilot.conversations.approvals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import io.cosmopilot.conversations.approvals.ApprovalRules.Stage;
import io.cosmopilot.conversations.turns.Audit;
import io.cosmopilot.conversations.turns.DeskBell;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;

/** The lives of approvals. Each change is in the caller's transaction, if there is one, with all that follows of it. */
@Component
public class Approvals {

    private static final int SETTLED = 20;

    private final ApprovalRegister register;
    private final People people;
    private final Map<Approval.Kind, Grant> grants = new EnumMap<>(Approval.Kind.class);
    private final ApprovalRules rules;
    private final Audit audit;
    private final DeskBell bell;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Approvals(
            ApprovalRegister register,
            People people,
            List<Grant> grants,
            ApprovalRules rules,
            Audit audit,
            DeskBell bell,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.people = people;
        grants.forEach(grant -> grant.kinds().forEach(kind -> this.grants.put(kind, grant)));
        this.rules = rules;
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

    /** The open ones, oldest first. */
    public List<Approval> open() {
        return register.open();
    }

    /** Whether somebody waits for this already. */
    public boolean asked(Approval.Kind kind, String subject) {
        return register.asked(kind, subject).isPresent();
    }

    /** Whether this person asks for it. */
    public boolean asked(Approval.Kind kind, String subject, String person) {
        return register.asked(kind, subject).filter(person::equals).isPresent();
    }

    /** Whether this is small enough for nobody to look at. */
    public boolean atOnce(Approval.Matter matter) {
        return rules.atOnce(matter);
    }

    /**
     * Begins a life; it may be decided at once.
     *
     * @param reference unique; where the reports of what becomes of it go
     */
    public void request(Approval approval, String reference) {
        Approval.Matter matter = approval.matter();
        transaction.executeWithoutResult(status -> {
            register.insert(approval, reference, rules.deadline(matter.kind()));
            audit.write(approval.requester(), "approval.requested", approval.id(), matter.subject());
            tell(new ApprovalRegister.Entry(approval, new Requester(approval.requester(), reference)));
            if (rules.atOnce(matter)) {
                step(Approval.POLICY, approval, Step.decided(approval, Decision.APPROVE, Approval.POLICY, null, ""));
            }
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
        Step step = Step.decided(approval, decision, agent, offer, reason);
        return objection(agent, approval, decision).orElseGet(() -> decide(agent, approval, step));
    }

    private Verdict decide(String agent, Approval approval, Step step) {
        Quota granted = step.granted();
        boolean large = granted != null && rules.needsTwo(granted);
        if (!large) {
            return step(agent, approval, step);
        }
        return step.grants() ? agree(agent, approval, step) : new Verdict.TooMuchForOne(approval);
    }

    /** The first of two agents is noted; the second decides. */
    private Verdict agree(String agent, Approval approval, Step step) {
        return transaction.execute(status -> register.first(approval.id(), agent)
                .map(entry -> first(agent, entry))
                .orElseGet(() -> second(agent, find(approval.id()).orElse(approval), step)));
    }

    private Verdict first(String agent, ApprovalRegister.Entry entry) {
        audit.write(agent, "approval.agreed", entry.approval().id(), "");
        tell(entry);
        return new Verdict.OneMore(entry.approval());
    }

    private Verdict second(String agent, Approval approval, Step step) {
        return agent.equals(approval.firstBy()) ? new Verdict.OneMore(approval) : step(agent, approval, step);
    }

    /** Moves on whatever waits for too long: the agents are reminded, others are called, or it is over. */
    void hurry() {
        while (Boolean.TRUE.equals(transaction.execute(status -> hurryOne()))) {
            // The next one, in a transaction of its own.
        }
    }

    private boolean hurryOne() {
        Optional<ApprovalRegister.Due> due = register.due(now());
        due.ifPresent(waiting -> {
            Stage stage = waiting.stage();
            if (stage == Stage.EXPIRED) {
                step(Approval.POLICY, waiting.entry().approval(), Step.expired());
            } else {
                register.reached(
                        waiting,
                        rules.deadline(waiting.entry().approval().matter().kind()));
            }
            waits(waiting.entry(), stage);
        });
        return due.isPresent();
    }

    private void waits(ApprovalRegister.Entry entry, Stage stage) {
        String id = entry.approval().id() + ":" + stage.name().toLowerCase(Locale.ROOT);
        events.publishEvent(new ApprovalWaiting(id, entry.requester(), entry.approval(), stage));
    }

    /** The requester takes what was offered. */
    Verdict accept(String person, Approval approval) {
        return own(person, approval, Step.accepted());
    }

    /** The requester does not want it any more. */
    public Verdict withdraw(String person, Approval approval) {
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
        if (step.grants()) {
            grant(approval.matter().kind()).give(approval, granted, entry.requester());
        }
        String what = "approval." + approval.state().name().toLowerCase(Locale.ROOT);
        audit.write(who, what, approval.id(), granted == null ? "" : granted.toString());
        tell(entry);
        return new Verdict.Done(approval);
    }

    private Grant grant(Approval.Kind kind) {
        Grant grant = grants.get(kind);
        if (grant == null) {
            throw new IllegalStateException("nothing gives what is asked for by " + kind);
        }
        return grant;
    }

    private void tell(ApprovalRegister.Entry entry) {
        events.publishEvent(new ApprovalChanged(UUID.randomUUID().toString(), entry.requester(), entry.approval()));
        bell.ring();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
