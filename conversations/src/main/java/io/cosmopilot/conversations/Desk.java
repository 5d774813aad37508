package io.cosmopilot.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Quota;

/**
 * Where support agents work. Every call names the agent who makes it.
 *
 * <p>Each throws {@link NotAllowed} for somebody who is no agent, and writes the refusal to the audit.
 */
public interface Desk {

    /** Open approvals first, oldest first; then the 20 latest that are decided. */
    List<Approval> approvals(String agent);

    /** Conversations that wait for an agent first, then those with an agent, then the 50 latest others. */
    List<Case> cases(String agent);

    Optional<Case> find(String agent, String conversation);

    List<Note> notes(String agent, String conversation);

    /**
     * Decides an approval; the first decision counts.
     *
     * @param quota what is offered instead, for {@link Decision#COUNTER}
     * @param reason needed to refuse and to counter, otherwise possibly empty
     * @throws AlreadyDecided when somebody was faster
     * @throws NotAllowed when it is the agent's own request
     */
    Approval decide(String agent, String approval, Decision decision, @Nullable Quota quota, String reason);

    /** From now on the agent speaks and the bot is silent. */
    void takeOver(String agent, String conversation);

    /**
     * Says something to the person.
     *
     * @throws NotTakenOver when the agent has not taken over
     */
    void say(String agent, String conversation, String text);

    /** A private note; the person never sees it. */
    void note(String agent, String conversation, String text);

    /** The bot speaks again. */
    void handBack(String agent, String conversation);

    /** The matter is closed: the bot speaks again and asks for a rating. */
    void resolve(String agent, String conversation);

    /** Tells of changes on every replica: a conversation's id, or empty when the queue changed. */
    Transcripts.Subscription follow(Consumer<Optional<String>> listener);

    /** How an approval is decided. */
    enum Decision {
        APPROVE,
        DENY,
        COUNTER
    }

    /** Who speaks with the person. */
    enum Mode {
        BOT,
        /** A person was asked for and has not come yet. */
        WAITING,
        AGENT
    }

    /**
     * A conversation as the desk lists it.
     *
     * @param due until when the person is to be answered, or null when they do not wait for a person
     */
    record Case(
            String conversation,
            String person,
            Mode mode,
            @Nullable String agent,
            @Nullable String topic,
            Instant since,
            @Nullable String lastMessage,
            @Nullable Instant due) {}

    /** A private remark of an agent. */
    record Note(String author, Instant at, String text) {}

    /** Somebody decided before. */
    final class AlreadyDecided extends RuntimeException {

        private final transient Approval approval;

        public AlreadyDecided(Approval approval) {
            super("approval " + approval.id() + " is " + approval.state() + " by " + approval.decidedBy());
            this.approval = approval;
        }

        public Approval approval() {
            return approval;
        }
    }

    /** The person may not do this. */
    final class NotAllowed extends RuntimeException {
        public NotAllowed(String who, String what) {
            super(who + " may not " + what);
        }
    }

    /** The agent has to take over first. */
    final class NotTakenOver extends RuntimeException {
        public NotTakenOver(String conversation) {
            super("conversation " + conversation + " is not with this agent");
        }
    }
}
