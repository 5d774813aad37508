package io.cosmopilot.conversations.approvals;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Decision;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Reception.Answer;
import io.cosmopilot.conversations.Reception.Ask;
import io.cosmopilot.conversations.Reception.Mend;
import io.cosmopilot.conversations.Reception.Told;
import io.cosmopilot.conversations.engine.Words;
import io.cosmopilot.deploy.Quota;

/** Decisions that are made in support channels: pressed at once, or with a reason by a form. */
@Component
public class ChannelDecisions {

    private static final String REASON = "reason";
    private static final List<String> QUOTA = List.of(QuotaAnswer.STORAGE, QuotaAnswer.CPU, QuotaAnswer.MEMORY);

    private final Approvals approvals;
    private final Replies replies;
    private final Clock clock;

    ChannelDecisions(Approvals approvals, Replies replies, Clock clock) {
        this.approvals = approvals;
        this.replies = replies;
        this.clock = clock;
    }

    public Answer press(Person who, Words words, String id, String choice) {
        return approvals
                .find(id)
                .map(approval -> press(who, words, approval, choice))
                .orElseGet(() -> new Told(words.say("conversations.approval.unknown")));
    }

    /** What the form of a press says. */
    public Answer submit(Person who, Words words, String id, String choice, Map<String, String> fields) {
        return approvals
                .find(id)
                .map(approval -> submit(who, words, approval, choice, fields))
                .orElseGet(() -> new Told(words.say("conversations.approval.unknown")));
    }

    private Answer press(Person who, Words words, Approval approval, String choice) {
        return switch (choice) {
            case "approve" -> told(approvals.decide(who.username(), approval, Decision.APPROVE, null, ""), words);
            case "deny", "counter" ->
                approvals
                        .objection(who.username(), approval, decision(choice))
                        .map(verdict -> told(verdict, words))
                        .orElseGet(() ->
                                new Ask("approval:" + approval.id() + ":" + choice, form(words, approval, choice)));
            default -> new Told(words.say("conversations.approval.choice.unknown"));
        };
    }

    private Answer submit(Person who, Words words, Approval approval, String choice, Map<String, String> fields) {
        Map<String, String> errors = new HashMap<>();
        String reason = fields.getOrDefault(REASON, "").strip();
        if (reason.isEmpty()) {
            errors.put(REASON, words.say("conversations.approval.reason.needed"));
        }
        Quota offer = null;
        if (choice.equals("counter")) {
            offer = offer(fields).orElse(null);
            complain(offer, approval, words, errors);
        }
        return errors.isEmpty()
                ? told(approvals.decide(who.username(), approval, decision(choice), offer, reason), words)
                : new Mend(errors);
    }

    private static void complain(@Nullable Quota offer, Approval approval, Words words, Map<String, String> errors) {
        Optional<Quota> asked = approval.matter().asked();
        if (offer == null) {
            errors.put(QuotaAnswer.STORAGE, words.say("conversations.approval.offer.needed"));
        } else if (asked.isPresent() && !Approvals.less(offer, asked.get())) {
            errors.put(
                    QuotaAnswer.STORAGE,
                    words.say("conversations.approval.offer.less", ApprovalCard.quota(asked.get(), words)));
        }
    }

    private static Optional<Quota> offer(Map<String, String> fields) {
        try {
            List<Integer> numbers = QUOTA.stream()
                    .map(name -> Integer.parseInt(fields.getOrDefault(name, "").strip()))
                    .toList();
            return numbers.stream().allMatch(number -> number > 0)
                    ? Optional.of(new Quota(numbers.get(0), numbers.get(1), numbers.get(2)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Block.Form form(Words words, Approval approval, String choice) {
        Quota asked = approval.matter().quota();
        Block.Field reason = new Block.Field(
                REASON,
                Block.Kind.TEXT,
                words.say("conversations.approval.form.reason"),
                words.say("conversations.approval.form.reason.hint"),
                true,
                null,
                null,
                null);
        List<Block.Field> fields = choice.equals("counter") && asked != null
                ? List.of(
                        number(words, QuotaAnswer.STORAGE, asked.storageGi()),
                        number(words, QuotaAnswer.CPU, asked.cpu()),
                        number(words, QuotaAnswer.MEMORY, asked.memoryGi()),
                        reason)
                : List.of(reason);
        return new Block.Form(
                words.say("conversations.approval.form." + choice),
                words.say("conversations.approval.form.submit"),
                fields);
    }

    private static Block.Field number(Words words, String name, int value) {
        return new Block.Field(
                name,
                Block.Kind.NUMBER,
                words.say("conversations.approval.form." + name),
                null,
                true,
                value,
                null,
                null);
    }

    private Answer told(Verdict verdict, Words words) {
        return new Told(replies.to(verdict, words, clock.instant()));
    }

    private static Decision decision(String choice) {
        return Decision.valueOf(choice.toUpperCase(Locale.ROOT));
    }
}
