package io.cosmopilot.adapters.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.desk.Names.Named;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Approval;
import io.cosmopilot.deploy.Quota;

/** An approval as the desk shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApprovalView(
        String approval,
        String kind,
        String state,
        Named requester,
        String conversation,
        String title,
        List<Fact> facts,
        Quota asked,
        @Nullable Quota granted,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable String provisioning) {

    static ApprovalView of(Approval approval, Names names, Words words) {
        return new ApprovalView(
                approval.id(),
                "space",
                approval.state().name().toLowerCase(Locale.ROOT),
                names.of(approval.requester()),
                approval.conversation(),
                words.of("adapters.desk.approval.title", approval.space()),
                facts(approval, words),
                approval.asked(),
                approval.granted(),
                approval.requestedAt(),
                approval.decidedBy(),
                approval.decidedAt(),
                approval.reason(),
                approval.provisioning());
    }

    private static List<Fact> facts(Approval approval, Words words) {
        Quota asked = approval.asked();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("purpose", approval.purpose(), words));
        facts.add(fact("storage", words.of("adapters.desk.gib", text(asked.storageGi())), words));
        facts.add(fact("cpu", words.of("adapters.desk.cores", text(asked.cpu())), words));
        facts.add(fact("memory", words.of("adapters.desk.gib", text(asked.memoryGi())), words));
        Quota granted = approval.granted();
        if (granted != null && !granted.equals(asked)) {
            facts.add(fact("granted", quota(granted, words), words));
        }
        return facts;
    }

    private static String quota(Quota quota, Words words) {
        return words.of("adapters.desk.quota", text(quota.storageGi()), text(quota.cpu()), text(quota.memoryGi()));
    }

    private static Fact fact(String name, String value, Words words) {
        return new Fact(words.of("adapters.desk.fact." + name), value);
    }

    private static String text(int number) {
        return String.valueOf(number);
    }

    /** A label and its value. */
    record Fact(String label, String value) {}
}
