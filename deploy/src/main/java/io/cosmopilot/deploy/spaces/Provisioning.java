package io.cosmopilot.deploy.spaces;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.SpaceReport;
import io.cosmopilot.deploy.cluster.Cluster;
import io.cosmopilot.deploy.cluster.ClusterException;
import io.cosmopilot.deploy.jobs.Told;
import io.cosmopilot.deploy.registry.OpenSpaces;
import io.cosmopilot.deploy.registry.RegistryException;

/** Makes a space, tries again until it is made, and tells each failed try. */
@Component
class Provisioning {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deploy-provision-space");

    private final SpaceRecords records;
    private final Tenancy tenancy;
    private final Cluster cluster;
    private final OpenSpaces images;
    private final Told told;

    Provisioning(SpaceRecords records, Tenancy tenancy, Cluster cluster, OpenSpaces images, Told told) {
        this.records = records;
        this.tenancy = tenancy;
        this.cluster = cluster;
        this.images = images;
        this.told = told;
    }

    static String id(String name, int revision) {
        return name + "@" + revision;
    }

    void run(String id) {
        var at = id.lastIndexOf('@');
        var revision = Integer.parseInt(id.substring(at + 1));
        records.find(id.substring(0, at))
                .filter(row -> row.revision() == revision && row.outstanding())
                .ifPresent(this::provision);
    }

    private void provision(SpaceRow row) {
        try {
            var hand = cluster.asItself();
            tenancy.of(row).forEach(object -> hand.own(object, row.namespace()));
            images.open(row.name(), row.owner(), row.space().quota());
        } catch (ClusterException | RegistryException failed) {
            tell(row, failed);
            throw failed;
        }
        told.once(
                () -> records.provisioned(row.name(), row.revision()),
                () -> new SpaceReport.Provisioned(
                        id(row.name(), row.revision()) + "-provisioned", row.requester(), row.space()));
    }

    private void tell(SpaceRow row, RuntimeException failed) {
        int attempt = row.attempts() + 1;
        told.once(
                () -> records.failed(row.name(), row.revision(), attempt),
                () -> new SpaceReport.Failing(
                        id(row.name(), row.revision()) + "-failing-" + attempt,
                        row.requester(),
                        row.space(),
                        attempt,
                        String.valueOf(failed.getMessage())));
    }
}
