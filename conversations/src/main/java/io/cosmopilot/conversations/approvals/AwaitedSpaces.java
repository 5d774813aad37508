package io.cosmopilot.conversations.approvals;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.engine.Words;

/** The spaces that people have asked for and do not have yet. */
@Component
public class AwaitedSpaces {

    private final ApprovalRegister register;

    AwaitedSpaces(ApprovalRegister register) {
        this.register = register;
    }

    /** What became of the latest request, in a sentence; empty when the person waits for no space. */
    public Optional<String> of(String person, Words words) {
        return register.awaited(person, Approval.Kind.SPACE).map(approval -> sentence(approval, words));
    }

    private static String sentence(Approval approval, Words words) {
        String stands = switch (approval.state()) {
            case REQUESTED -> "requested";
            case COUNTERED -> "countered";
            default -> "approved";
        };
        return words.say("conversations.awaited." + stands, approval.matter().subject());
    }
}
