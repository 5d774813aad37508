package io.cosmopilot.deploy.sandbox.quotas;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** Keeps the status of quotas: what is allowed and what is used. */
public record QuotaUsage(Cluster cluster) implements Controller {

    @Override
    public void reconcile() {
        cluster.list(Kinds.RESOURCE_QUOTA)
                .forEach(quota -> cluster.observe(Key.of(Kinds.RESOURCE_QUOTA, quota), this::count));
    }

    private void count(ObjectNode quota) {
        JsonNode hard = quota.at("/spec/hard");
        ObjectNode status = quota.withObject("/status");
        status.set("hard", hard);
        ObjectNode used = status.putObject("used");
        hard.propertyNames()
                .forEach(resource -> used.put(
                        resource,
                        Amount.text(resource, Demand.used(cluster.store(), Meta.namespace(quota), resource))));
    }
}
