package io.cosmopilot.conversations.approvals;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.deploy.Quota;

/**
 * Who has to look at a request, and how long it may wait.
 *
 * @param atOnceUpTo what is approved without an agent, at the most; null: nothing is
 * @param twoAgentsAbove from beyond this two agents have to agree; null: one is always enough
 * @param deadline of every kind of request that has none of its own
 * @param deadlines by kind
 */
@ConfigurationProperties("cosmopilot.approvals")
public record ApprovalRules(
        @Nullable Quota atOnceUpTo,
        @Nullable Quota twoAgentsAbove,
        @DefaultValue Deadline deadline,
        @DefaultValue Map<Approval.Kind, Deadline> deadlines) {

    public ApprovalRules {
        deadlines = Map.copyOf(deadlines);
        if (atOnceUpTo != null && twoAgentsAbove != null && !atOnceUpTo.within(twoAgentsAbove)) {
            throw new IllegalArgumentException(
                    "cosmopilot.approvals.at-once-up-to is larger than cosmopilot.approvals.two-agents-above");
        }
    }

    /** One agent decides everything, within the usual time. */
    public static ApprovalRules usual() {
        return new ApprovalRules(null, null, Deadline.usual(), Map.of());
    }

    boolean atOnce(Approval.Matter matter) {
        return atOnceUpTo != null
                && matter.asked().filter(asked -> asked.within(atOnceUpTo)).isPresent();
    }

    boolean needsTwo(Quota granted) {
        return twoAgentsAbove != null && !granted.within(twoAgentsAbove);
    }

    Deadline deadline(Approval.Kind kind) {
        return deadlines.getOrDefault(kind, deadline);
    }

    /**
     * What happens to a request that nobody decides, each counted from the request.
     *
     * @param remind the agents are reminded
     * @param escalate the next support channel hears of it
     * @param expire it is over
     */
    public record Deadline(
            @DefaultValue("4h") Duration remind,
            @DefaultValue("1d") Duration escalate,
            @DefaultValue("7d") Duration expire) {

        public Deadline {
            if (remind.isNegative() || remind.compareTo(escalate) >= 0 || escalate.compareTo(expire) >= 0) {
                throw new IllegalArgumentException("cosmopilot.approvals.deadline: remind (" + remind
                        + ") comes before escalate (" + escalate + "), and escalate before expire (" + expire + ")");
            }
        }

        static Deadline usual() {
            return new Deadline(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(7));
        }

        /** When a stage is reached, counted from the request. */
        Duration until(Stage stage) {
            return switch (stage) {
                case REMINDED -> remind;
                case ESCALATED -> escalate;
                case EXPIRED -> expire;
            };
        }
    }

    /** How far the waiting has come. */
    public enum Stage {
        REMINDED,
        ESCALATED,
        EXPIRED;

        Stage next() {
            return this == REMINDED ? ESCALATED : EXPIRED;
        }
    }
}
