package io.cosmopilot.deploy.sandbox.platform;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.control.Pace;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** Gives each Ingress the address at which the sandbox's ingress listens. */
public record Ingresses(Cluster cluster, Pace pace) implements Controller {

    @Override
    public void reconcile() {
        cluster.list(Kinds.INGRESS).stream()
                .filter(ingress -> ingress.at("/status/loadBalancer/ingress").isEmpty())
                .filter(ingress -> pace.isDue("address " + Meta.uid(ingress)))
                .forEach(ingress -> cluster.observe(Key.of(Kinds.INGRESS, ingress), Loopback::balance));
    }
}
