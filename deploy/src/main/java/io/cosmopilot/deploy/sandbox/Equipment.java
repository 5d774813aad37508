package io.cosmopilot.deploy.sandbox;

import java.util.List;
import java.util.regex.Pattern;

import io.cosmopilot.deploy.sandbox.cluster.Admission;
import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.control.Events;
import io.cosmopilot.deploy.sandbox.control.Pace;
import io.cosmopilot.deploy.sandbox.platform.DisruptionBudgets;
import io.cosmopilot.deploy.sandbox.platform.Ingresses;
import io.cosmopilot.deploy.sandbox.platform.Namespaces;
import io.cosmopilot.deploy.sandbox.platform.ServicePorts;
import io.cosmopilot.deploy.sandbox.platform.Services;
import io.cosmopilot.deploy.sandbox.platform.Volumes;
import io.cosmopilot.deploy.sandbox.pods.Images;
import io.cosmopilot.deploy.sandbox.pods.Kubelet;
import io.cosmopilot.deploy.sandbox.pods.Scheduler;
import io.cosmopilot.deploy.sandbox.quotas.LimitRanges;
import io.cosmopilot.deploy.sandbox.quotas.QuotaUsage;
import io.cosmopilot.deploy.sandbox.quotas.Quotas;
import io.cosmopilot.deploy.sandbox.schema.Validation;
import io.cosmopilot.deploy.sandbox.store.Store;
import io.cosmopilot.deploy.sandbox.workloads.DaemonSets;
import io.cosmopilot.deploy.sandbox.workloads.Deployments;
import io.cosmopilot.deploy.sandbox.workloads.Jobs;
import io.cosmopilot.deploy.sandbox.workloads.ReplicaSets;
import io.cosmopilot.deploy.sandbox.workloads.StatefulSets;

/** Everything that the cluster consists of beside its objects: a new rule or controller is one line here. */
final class Equipment {

    private Equipment() {}

    /** In the order in which a write meets them: what completes before what refuses. */
    static List<Admission> rules(Store store) {
        return List.of(new LimitRanges(store), new Validation(), new ServicePorts(store), new Quotas(store));
    }

    static List<Controller> controllers(Cluster cluster, Pace pace, Pattern missingImages) {
        return List.of(
                new Namespaces(cluster),
                new Volumes(cluster, pace),
                new Deployments(cluster, pace),
                new ReplicaSets(cluster, pace),
                new StatefulSets(cluster),
                new DaemonSets(cluster),
                new Jobs(cluster),
                new Scheduler(cluster, pace),
                new Kubelet(cluster, pace, new Images(missingImages)),
                new Services(cluster),
                new Ingresses(cluster, pace),
                new DisruptionBudgets(cluster),
                new QuotaUsage(cluster),
                new Events(cluster, "event-ttl"));
    }
}
