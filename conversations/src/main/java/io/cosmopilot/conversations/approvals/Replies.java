package io.cosmopilot.conversations.approvals;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.engine.Words;

/** Tells whoever tried to change an approval what came of it. */
@Component
class Replies {

    private final ApprovalCards cards;

    Replies(ApprovalCards cards) {
        this.cards = cards;
    }

    String to(Verdict verdict, Words words, Instant now) {
        Approval approval = verdict.approval();
        return switch (verdict) {
            case Verdict.Done done ->
                words.say("conversations.approval.done." + state(approval), arguments(approval, words));
            case Verdict.OneMore more -> words.say("conversations.approval.first", arguments(approval, words));
            case Verdict.TooMuchForOne much -> words.say("conversations.approval.much");
            case Verdict.TooLate late -> late(approval, words, now);
            case Verdict.OwnRequest own -> words.say("conversations.approval.own");
            case Verdict.NoRight none -> words.say("conversations.approval.noright");
        };
    }

    private String late(Approval approval, Words words, Instant now) {
        Instant decided = approval.decidedAt();
        String agent = approval.decidedBy();
        if (decided == null || agent == null) {
            return words.say("conversations.approval.late." + state(approval), arguments(approval, words));
        }
        long minutes = Math.max(0, Duration.between(decided, now).toMinutes());
        return words.say(
                "conversations.approval.late." + state(approval),
                cards.name(approval.requester()),
                ApprovalCard.what(approval, words),
                cards.name(agent, words),
                ago(minutes, words));
    }

    private Object[] arguments(Approval approval, Words words) {
        return new Object[] {cards.name(approval.requester()), ApprovalCard.what(approval, words), "", ""};
    }

    private static String ago(long minutes, Words words) {
        if (minutes < 1) {
            return words.say("conversations.approval.ago.now");
        }
        if (minutes < 60) {
            return words.say("conversations.approval.ago.minutes", minutes);
        }
        return minutes < 60 * 24
                ? words.say("conversations.approval.ago.hours", minutes / 60)
                : words.say("conversations.approval.ago.days", minutes / (60 * 24));
    }

    private static String state(Approval approval) {
        return approval.state().name().toLowerCase(Locale.ROOT);
    }
}
