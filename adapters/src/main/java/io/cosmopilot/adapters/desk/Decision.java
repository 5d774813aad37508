package io.cosmopilot.adapters.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import io.cosmopilot.conversations.Desk;
import io.cosmopilot.conversations.People.Fault;
import io.cosmopilot.conversations.People.Invalid;
import io.cosmopilot.deploy.Quota;

/** A decision as an agent sends it. */
record Decision(
        @Nullable String decision,
        @Nullable String reason,
        @Nullable Offer quota) {

    /** What is offered instead. */
    record Offer(int storageGi, int cpu, int memoryGi) {

        boolean fit() {
            return storageGi > 0 && cpu > 0 && memoryGi > 0;
        }

        Quota quota() {
            return new Quota(storageGi, cpu, memoryGi);
        }
    }

    /** Checked as a whole, so that every fault is named at once. */
    Checked checked() {
        List<Fault> faults = new ArrayList<>();
        Optional<Desk.Decision> what = kind();
        boolean explained = reason != null && !reason.isBlank();
        boolean offered = quota != null && quota.fit();
        if (what.isEmpty()) {
            faults.add(fault("decision", "unknown"));
        }
        if (!explained && what.filter(kind -> kind != Desk.Decision.APPROVE).isPresent()) {
            faults.add(fault("reason", "reason"));
        }
        if (!offered && what.filter(kind -> kind == Desk.Decision.COUNTER).isPresent()) {
            faults.add(fault("quota", "quota"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Checked(
                what.orElseThrow(),
                quota == null || !offered ? null : quota.quota(),
                reason == null ? "" : reason.strip());
    }

    private Optional<Desk.Decision> kind() {
        return switch (decision == null ? "" : decision) {
            case "approve" -> Optional.of(Desk.Decision.APPROVE);
            case "deny" -> Optional.of(Desk.Decision.DENY);
            case "counter" -> Optional.of(Desk.Decision.COUNTER);
            default -> Optional.empty();
        };
    }

    private static Fault fault(String field, String rule) {
        return new Fault(field, new DefaultMessageSourceResolvable("adapters.desk.decision." + rule));
    }

    /** A decision that can be carried out. */
    record Checked(Desk.Decision what, @Nullable Quota quota, String reason) {}
}
