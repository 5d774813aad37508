package io.cosmopilot.conversations.approvals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Decision;
import io.cosmopilot.conversations.turns.Exchange;

/** Replies the buttons of an approval. Whoever presses one is told what came of it; nobody else is. */
@Component
public class ApprovalButtons {

    private final Approvals approvals;
    private final Replies replies;

    ApprovalButtons(Approvals approvals, Replies replies) {
        this.approvals = approvals;
        this.replies = replies;
    }

    /** The buttons that a request has for the person who asks. */
    public static final List<String> OF_WHO_ASKS = List.of("accept", "withdraw");

    /** Does what the button says; with what is known so far when the flow {@code decision} has to ask for more. */
    public Optional<Map<String, String>> press(Exchange exchange, String id, String choice) {
        Optional<Approval> found = approvals.find(id);
        if (found.isEmpty()) {
            exchange.reply(new Block.Text(exchange.words().say("conversations.approval.unknown")));
            return Optional.empty();
        }
        return press(exchange, found.get(), choice);
    }

    private Optional<Map<String, String>> press(Exchange exchange, Approval approval, String choice) {
        String person = exchange.before().person();
        return switch (choice) {
            case "approve" -> told(exchange, approvals.decide(person, approval, Decision.APPROVE, null, ""));
            case "deny", "counter" -> asked(exchange, approval, choice);
            case "accept" -> told(exchange, approvals.accept(person, approval));
            case "withdraw" -> told(exchange, approvals.withdraw(person, approval));
            default -> {
                exchange.reply(new Block.Text(exchange.words().say("conversations.approval.choice.unknown")));
                yield Optional.empty();
            }
        };
    }

    private Optional<Map<String, String>> asked(Exchange exchange, Approval approval, String choice) {
        Decision decision = Decision.valueOf(choice.toUpperCase(Locale.ROOT));
        Optional<Verdict> objection = approvals.objection(exchange.before().person(), approval, decision);
        objection.ifPresent(verdict -> told(exchange, verdict));
        return objection.isPresent()
                ? Optional.empty()
                : Optional.of(Map.of("approval", approval.id(), "decision", choice));
    }

    private Optional<Map<String, String>> told(Exchange exchange, Verdict verdict) {
        exchange.reply(new Block.Text(
                replies.to(verdict, exchange.words(), exchange.turn().now())));
        return Optional.empty();
    }
}
