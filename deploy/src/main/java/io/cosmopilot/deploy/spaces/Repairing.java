package io.cosmopilot.deploy.spaces;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.cluster.Cluster;
import io.cosmopilot.deploy.cluster.ClusterAway;
import io.cosmopilot.deploy.cluster.Refusal;

/** Makes spaces as they should be again, whoever changed them. Where nothing was changed, nothing changes. */
@Component
class Repairing {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deploy-repair-space");
    static final TaskDescriptor<Void> ALL = TaskDescriptor.of("deploy-repair-spaces");

    private static final Logger LOG = LoggerFactory.getLogger(Repairing.class);

    private final SpaceRecords records;
    private final Tenancy tenancy;
    private final Cluster cluster;

    Repairing(SpaceRecords records, Tenancy tenancy, Cluster cluster) {
        this.records = records;
        this.tenancy = tenancy;
        this.cluster = cluster;
    }

    void run(String name) {
        records.find(name).filter(row -> row.provisioned() > 0).ifPresent(this::repair);
    }

    /** What is refused in one space keeps no other waiting; a cluster that is away is asked at the next turn. */
    void all() {
        try {
            records.provisioned().forEach(this::repairOrSay);
        } catch (ClusterAway away) {
            LOG.info("Spaces could not be looked after: {}", away.getMessage());
        }
    }

    private void repairOrSay(SpaceRow space) {
        try {
            repair(space);
        } catch (Refusal refusal) {
            LOG.warn("The space {} cannot be made as it should be.", space.name(), refusal);
        }
    }

    private void repair(SpaceRow space) {
        var hand = cluster.asItself();
        tenancy.of(space).forEach(object -> hand.own(object, space.namespace()));
    }
}
