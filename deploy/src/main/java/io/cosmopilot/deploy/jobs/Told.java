package io.cosmopilot.deploy.jobs;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Changes and the report that tells them, in one transaction. */
@Component
public class Told {

    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;

    Told(TransactionOperations transaction, ApplicationEventPublisher events) {
        this.transaction = transaction;
        this.events = events;
    }

    public void quietly(Runnable change) {
        transaction.executeWithoutResult(status -> change.run());
    }

    /** Tells the report if the change was won, that is, if nobody else made it before. */
    public boolean once(Supplier<Boolean> won, Supplier<Object> report) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!won.get()) {
                return false;
            }
            events.publishEvent(report.get());
            return true;
        }));
    }

    /** Tells the report with the number that the change was counted by; nothing when it was not won. */
    public void counted(Supplier<Optional<Integer>> won, IntFunction<Object> report) {
        transaction.executeWithoutResult(
                status -> won.get().ifPresent(number -> events.publishEvent(report.apply(number))));
    }
}
