package io.cosmopilot.deploy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.springframework.transaction.event.TransactionalEventListener;

import static org.awaitility.Awaitility.await;

/** What was told, as whoever listens hears it: after the transaction that tells it. */
class Reports {

    private final List<Object> heard = new CopyOnWriteArrayList<>();

    @TransactionalEventListener
    void hear(ErrandReport report) {
        heard.add(report);
    }

    @TransactionalEventListener
    void hear(SpaceReport report) {
        heard.add(report);
    }

    @TransactionalEventListener
    void hear(ReleaseReport report) {
        heard.add(report);
    }

    @TransactionalEventListener
    void hear(DomainReport report) {
        heard.add(report);
    }

    <T> List<T> all(Class<T> type, Predicate<T> wanted) {
        return heard.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .toList();
    }

    <T> T next(Class<T> type, Duration patience, Predicate<T> wanted) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !all(type, wanted).isEmpty());
        return all(type, wanted).getFirst();
    }

    /** How a release ended, or how its planning did. */
    ReleaseReport outcome(String release, Duration patience) {
        return next(
                ReleaseReport.class,
                patience,
                report -> report.release().equals(release)
                        && !(report instanceof ReleaseReport.Progressed)
                        && !(report instanceof ReleaseReport.Planned));
    }
}
