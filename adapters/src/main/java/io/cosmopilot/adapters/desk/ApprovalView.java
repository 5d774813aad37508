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
        @Nullable Quota asked,
        @Nullable Quota granted,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable String provisioning) {

    static ApprovalView of(Approval approval, Names names, Words words) {
        return new ApprovalView(
                approval.id(),
                approval.matter().kind().word(),
                approval.state().name().toLowerCase(Locale.ROOT),
                names.of(approval.requester()),
                approval.conversation(),
                words.of(
                        "adapters.desk.approval." + approval.matter().kind().word(),
                        approval.matter().subject()),
                facts(approval, words),
                approval.matter().quota(),
                approval.granted(),
                approval.requestedAt(),
                decidedBy(approval),
                approval.decidedAt(),
                approval.reason(),
                approval.provisioning());
    }

    /** The platform's own rule is nobody's name. */
    private static @Nullable String decidedBy(Approval approval) {
        return Approval.POLICY.equals(approval.decidedBy()) ? null : approval.decidedBy();
    }

    private static List<Fact> facts(Approval approval, Words words) {
        Approval.Matter matter = approval.matter();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("purpose", matter.purpose(), words));
        matter.asked().ifPresent(asked -> facts.addAll(amounts(asked, words)));
        String detail = matter.detail();
        if (detail != null) {
            facts.add(fact("detail", detail, words));
        }
        Quota granted = approval.granted();
        if (granted != null && !granted.equals(matter.quota())) {
            facts.add(fact("granted", quota(granted, words), words));
        }
        return facts;
    }

    private static List<Fact> amounts(Quota asked, Words words) {
        return List.of(
                fact("storage", words.of("adapters.desk.gib", text(asked.storageGi())), words),
                fact("cpu", words.of("adapters.desk.cores", text(asked.cpu())), words),
                fact("memory", words.of("adapters.desk.gib", text(asked.memoryGi())), words));
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
