package io.cosmopilot.deploy.jobs;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Enqueues work in the caller's transaction; it begins as soon as that has committed. */
@Component
public class Jobs {

    // Provided late: the scheduler is built from the tasks, and the tasks enqueue others.
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    Jobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    public void enqueue(TaskDescriptor<Void> task, String id) {
        enqueue(task, id, Duration.ZERO);
    }

    /** Enqueues work for later; what is enqueued under the same id already stays as it is. */
    public void enqueue(TaskDescriptor<Void> task, String id, Duration delay) {
        scheduler
                .getObject()
                .scheduleIfNotExists(task.instance(id).build(), clock.instant().plus(delay));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit());
        }
    }

    private final class WakeAfterCommit implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            scheduler.getObject().triggerCheckForDueExecutions();
        }
    }
}
