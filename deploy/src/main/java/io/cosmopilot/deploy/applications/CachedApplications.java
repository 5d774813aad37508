package io.cosmopilot.deploy.applications;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.Health;
import io.cosmopilot.deploy.Problem;

/** Applications, put together from what PostgreSQL and the caches have. */
@Component
public class CachedApplications implements Applications {

    private final ApplicationRecords records;
    private final Snapshots snapshots;

    CachedApplications(ApplicationRecords records, Snapshots snapshots) {
        this.records = records;
        this.snapshots = snapshots;
    }

    @Override
    public List<Application> of(String person) {
        return records.of(person).stream().map(this::status).toList();
    }

    @Override
    public Optional<Application> find(String person, String name) {
        return records.named(person, name).stream().findFirst().map(this::status);
    }

    @Override
    public boolean taken(String space, String name) {
        return records.taken(space, name);
    }

    /** The application as it is now. */
    public Application status(ApplicationRow row) {
        return snapshots.possible() ? status(row, snapshots.of(row.id())) : unknown(row);
    }

    /** The application as a snapshot shows it. */
    public Application status(ApplicationRow row, Snapshot seen) {
        // Applied a moment ago, and the caches have not been told yet: nothing to see is no sign of health.
        var health = seen.parts().isEmpty() && records.changing(row) ? Health.PROGRESSING : seen.health();
        return new Application(
                row.name(),
                row.space(),
                row.template(),
                health,
                seen.components(),
                seen.ports(),
                Stream.concat(records.urls(row).stream(), seen.addresses().stream())
                        .toList(),
                seen.restarts(),
                problems(seen));
    }

    private List<Problem> problems(Snapshot seen) {
        return snapshots.current()
                ? seen.problems()
                : Stream.concat(Stream.of(Problem.of("deploy.status.cluster-away")), seen.problems().stream())
                        .toList();
    }

    private Application unknown(ApplicationRow row) {
        return new Application(
                row.name(),
                row.space(),
                row.template(),
                Health.PROGRESSING,
                List.of(),
                List.of(),
                records.urls(row),
                0,
                List.of(Problem.of("deploy.status.cluster-away")));
    }
}
