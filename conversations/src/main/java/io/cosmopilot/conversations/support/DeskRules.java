package io.cosmopilot.conversations.support;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Desk.Decision;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.People.Fault;
import io.cosmopilot.conversations.People.Invalid;
import io.cosmopilot.conversations.approvals.Approvals;
import io.cosmopilot.deploy.Quota;

/** What has to be said, and how much of it, before a desk does something. */
final class DeskRules {

    private DeskRules() {}

    static void decision(Approval asked, Decision decision, @Nullable Quota offer, String reason) {
        List<Fault> faults = new ArrayList<>();
        if (decision != Decision.APPROVE && reason.isBlank()) {
            faults.add(fault("reason", "conversations.approval.reason.needed"));
        }
        if (decision == Decision.COUNTER && offer == null) {
            faults.add(fault("quota", "conversations.approval.offer.needed"));
        }
        if (decision == Decision.COUNTER && offer != null && !less(offer, asked)) {
            faults.add(fault("quota", "conversations.desk.offer.more"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static boolean less(Quota offer, Approval asked) {
        return asked.matter()
                .asked()
                .filter(quota -> Approvals.less(offer, quota))
                .isPresent();
    }

    static String text(String said) {
        if (said.isBlank()) {
            throw invalid("text", "conversations.desk.text.needed");
        }
        if (said.length() > Inbox.MAX_TEXT) {
            throw new Inbox.TooLong(said.length());
        }
        return said.strip();
    }

    static Invalid invalid(String field, String key) {
        return new Invalid(List.of(fault(field, key)));
    }

    private static Fault fault(String field, String key) {
        return new Fault(field, new DefaultMessageSourceResolvable(key));
    }
}
