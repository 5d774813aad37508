package io.cosmopilot.conversations.dialogue;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

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

/**
 * Brings the reports of other modules to the flows that wait for them; each is a turn of its own, taken once. When that
 * turn fails, the person is told so in another, and the report is brought again later.
 */
@Component
class Reports {

    private final Turns turns;
    private final Stage stage;
    private final Apology apology;
    private final TransactionTemplate separately;

    Reports(Turns turns, Stage stage, Apology apology, PlatformTransactionManager transactions) {
        this.turns = turns;
        this.stage = stage;
        this.apology = apology;
        this.separately = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    @Async
    @TransactionalEventListener
    void on(ReleaseReport report) {
        bring(report.id(), report.requester(), report);
    }

    @Async
    @TransactionalEventListener
    void on(BuildReport report) {
        bring(report.id(), report.requester(), report);
    }

    @Async
    @TransactionalEventListener
    void on(DomainReport report) {
        bring(report.id(), report.requester(), report);
    }

    @Async
    @TransactionalEventListener
    void on(ErrandReport report) {
        bring(report.id(), report.requester(), report);
    }

    @Async
    @TransactionalEventListener
    void on(SpaceReport report) {
        bring(report.id(), report.requester(), report);
    }

    @Async
    @TransactionalEventListener
    void on(ApprovalChanged report) {
        bring(report.id(), report.requester(), report);
    }

    @Async
    @TransactionalEventListener
    void on(ApprovalWaiting report) {
        bring(report.id(), report.requester(), report);
    }

    private void bring(String id, Requester requester, Object report) {
        String[] reference = requester.reference().split("/", 2);
        if (reference.length == 2) {
            bring(UUID.fromString(reference[0]), "report:" + id, reference[1], report);
        }
    }

    /** What failed holds no lock any more when it is apologised for; thrown on, it stays to be brought again. */
    private void bring(UUID conversation, String event, String draft, Object report) {
        try {
            take(conversation, event, exchange -> hear(exchange, draft, report));
        } catch (Turns.Failed e) {
            take(conversation, "failed:" + event, exchange -> apologise(exchange, draft, e));
            throw e;
        }
    }

    private void take(UUID conversation, String event, Consumer<Exchange> play) {
        separately.executeWithoutResult(status -> turns.take(conversation, event, play));
    }

    private void apologise(Exchange exchange, String id, Turns.Failed failed) {
        draft(exchange, id).ifPresent(waiting -> apology.say(exchange, failed, Stage.name(exchange, waiting)));
    }

    private void hear(Exchange exchange, String id, Object report) {
        stage.dropGone(exchange);
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
