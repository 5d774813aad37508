package io.cosmopilot.conversations.dialogue;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.approvals.ApprovalChanged;
import io.cosmopilot.conversations.approvals.ApprovalWaiting;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;
import io.cosmopilot.deploy.BuildReport;
import io.cosmopilot.deploy.DomainReport;
import io.cosmopilot.deploy.ErrandReport;
import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.SpaceReport;

/** Brings the reports of other modules to the flows that wait for them; each is a turn of its own, taken once. */
@Component
class Reports {

    private final Turns turns;
    private final Stage stage;

    Reports(Turns turns, Stage stage) {
        this.turns = turns;
        this.stage = stage;
    }

    @ApplicationModuleListener
    void on(ReleaseReport report) {
        bring(report.id(), report.requester(), report);
    }

    @ApplicationModuleListener
    void on(BuildReport report) {
        bring(report.id(), report.requester(), report);
    }

    @ApplicationModuleListener
    void on(DomainReport report) {
        bring(report.id(), report.requester(), report);
    }

    @ApplicationModuleListener
    void on(ErrandReport report) {
        bring(report.id(), report.requester(), report);
    }

    @ApplicationModuleListener
    void on(SpaceReport report) {
        bring(report.id(), report.requester(), report);
    }

    @ApplicationModuleListener
    void on(ApprovalChanged report) {
        bring(report.id(), report.requester(), report);
    }

    @ApplicationModuleListener
    void on(ApprovalWaiting report) {
        bring(report.id(), report.requester(), report);
    }

    private void bring(String id, Requester requester, Object report) {
        String[] reference = requester.reference().split("/", 2);
        if (reference.length == 2) {
            turns.take(UUID.fromString(reference[0]), "report:" + id, exchange -> hear(exchange, reference[1], report));
        }
    }

    private void hear(Exchange exchange, String id, Object report) {
        Optional<Draft> draft = draft(exchange, id);
        Optional<Draft> stranded = draft.filter(found -> stage.standing(found).isEmpty());
        if (stranded.isPresent()) {
            stage.land(exchange, stranded.get());
        } else {
            draft.ifPresent(found -> stage.hear(exchange, found, report));
        }
    }

    private static Optional<Draft> draft(Exchange exchange, String id) {
        return Stream.concat(exchange.working().stream(), exchange.stack().stream())
                .filter(draft -> draft.id().equals(id))
                .findFirst();
    }
}
