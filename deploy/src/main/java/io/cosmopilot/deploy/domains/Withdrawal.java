package io.cosmopilot.deploy.domains;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.applications.ApplicationRow;
import io.cosmopilot.deploy.cluster.Hand;
import io.cosmopilot.deploy.jobs.Told;

/** Gives up the domains of an application that is removed, so that others may have them. */
@Component
public class Withdrawal {

    private final DomainRecords records;
    private final Told told;

    Withdrawal(DomainRecords records, Told told) {
        this.records = records;
        this.told = told;
    }

    /** Can be done again: what is gone already is passed over. */
    public void of(ApplicationRow application, Hand hand, String namespace) {
        records.hosts(application).forEach(host -> hand.remove(HostIngress.reference(application, host, namespace)));
        told.quietly(() -> records.withdraw(application));
    }
}
