package io.cosmopilot.deploy.sandbox.platform;

import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.cluster.Write;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.control.Events;
import io.cosmopilot.deploy.sandbox.control.Pace;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** Binds volume claims of known storage classes; the others wait, and say for what. */
public record Volumes(Cluster cluster, Events events, Pace pace) implements Controller {

    public Volumes(Cluster cluster, Pace pace) {
        this(cluster, new Events(cluster, "persistentvolume-controller"), pace);
    }

    @Override
    public void reconcile() {
        cluster.list(Kinds.CLAIM).forEach(claim -> {
            if (!Meta.text(claim, "/status/phase").equals("Bound")) {
                provide(claim);
            } else if (!claim.at("/status/capacity").equals(claim.at("/spec/resources/requests"))) {
                cluster.observe(Key.of(Kinds.CLAIM, claim), Volumes::size);
            }
        });
    }

    private void provide(ObjectNode claim) {
        String storageClass = Meta.text(claim, "/spec/storageClassName");
        if (storageClass.isEmpty()) {
            events.normal(
                    claim,
                    "FailedBinding",
                    "no persistent volumes available for this claim and no storage class is set");
        } else if (cluster.find(Key.of(Kinds.STORAGE_CLASS, storageClass)).isEmpty()) {
            events.warning(
                    claim,
                    "ProvisioningFailed",
                    "storageclass.storage.k8s.io \"%s\" not found".formatted(storageClass));
        } else if (pace.isDue("bind " + Meta.uid(claim))) {
            bind(claim);
        }
    }

    private void bind(ObjectNode claim) {
        Key key = Key.of(Kinds.CLAIM, claim);
        String volume = "pvc-" + Meta.uid(claim);
        cluster.update(
                key, Cluster.changed(live -> live.withObject("/spec").put("volumeName", volume)), Write.BY_CONTROLLER);
        cluster.observe(key, Volumes::size);
        events.normal(claim, "ProvisioningSucceeded", "Successfully provisioned volume " + volume);
    }

    private static void size(ObjectNode claim) {
        ObjectNode status = claim.withObject("/status").put("phase", "Bound");
        status.set("accessModes", claim.at("/spec/accessModes"));
        status.set("capacity", claim.at("/spec/resources/requests"));
    }
}
