package io.cosmopilot.deploy.releases;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.applications.ApplicationRecords;
import io.cosmopilot.deploy.cluster.Caches;
import io.cosmopilot.deploy.cluster.Hand;
import io.cosmopilot.deploy.cluster.Reference;
import io.cosmopilot.deploy.domains.Withdrawal;
import io.cosmopilot.deploy.jobs.Told;

/** Ends an application whose objects are gone: its domains, the volumes that others made for it, its record. */
@Component
class Farewell {

    private final ReleaseRecords records;
    private final ApplicationRecords applications;
    private final Withdrawal withdrawal;
    private final Caches caches;
    private final Told told;

    Farewell(ReleaseRecords records, ApplicationRecords applications, Withdrawal withdrawal, Caches caches, Told told) {
        this.records = records;
        this.applications = applications;
        this.withdrawal = withdrawal;
        this.caches = caches;
        this.told = told;
    }

    void to(ReleaseRow release, boolean volumes, Hand hand, String namespace) {
        withdrawal.of(release.owner(), hand, namespace);
        if (volumes) {
            caches.volumes(release.applicationId())
                    .forEach(volume -> hand.remove(new Reference(
                            "v1",
                            "PersistentVolumeClaim",
                            namespace,
                            volume.getMetadata().getName())));
        }
        told.once(
                () -> ended(release),
                () -> new ReleaseReport.Removed(
                        release.nextReport(), release.requester(), release.id(), release.application()));
    }

    private boolean ended(ReleaseRow release) {
        applications.removed(release.owner());
        return records.move(release, Phase.ROLLING)
                && records.find(release.id())
                        .filter(rolled -> records.move(rolled, Phase.HEALTHY))
                        .isPresent();
    }
}
