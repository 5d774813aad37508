package io.cosmopilot.deploy;

import java.util.UUID;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.springframework.transaction.support.TransactionOperations;

/** Gives each test a person with a space of their own. */
class Tenants {

    private final Spaces spaces;
    private final Releases releases;
    private final Applications applications;
    private final Reports reports;
    private final TransactionOperations transaction;
    private final KubernetesClient client;

    Tenants(
            Spaces spaces,
            Releases releases,
            Applications applications,
            Reports reports,
            TransactionOperations transaction,
            KubernetesClient client) {
        this.spaces = spaces;
        this.releases = releases;
        this.applications = applications;
        this.reports = reports;
        this.transaction = transaction;
        this.client = client;
    }

    Tenant open() {
        var number = UUID.randomUUID().toString().substring(0, 8);
        var tenant = of("it-" + number, new Requester("ada-" + number, "conversation-" + number));
        tenant.provision(new Quota(5, 2, 2));
        return tenant;
    }

    /** Somebody whose space is there already. */
    Tenant of(String space, Requester person) {
        return new Tenant(space, person, spaces, releases, applications, reports, transaction, client);
    }
}
