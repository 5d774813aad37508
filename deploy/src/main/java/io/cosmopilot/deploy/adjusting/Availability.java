package io.cosmopilot.deploy.adjusting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.cluster.Tree;

/** How an application stays available while hosts are serviced and versions change. */
final class Availability {

    private static final String BUDGET = "PodDisruptionBudget";

    private Availability() {}

    static void strategy(Workbench bench, Adjustment.Strategy strategy) {
        bench.workloads().stream()
                .filter(workload -> Workbench.kind(workload).equals("Deployment"))
                .forEach(workload -> workload.make("spec").put("strategy", strategy(strategy.rolling())));
    }

    /** A null takes away what the API server filled in by itself before, and what does not go with the other type. */
    static Map<String, @Nullable Object> strategy(boolean rolling) {
        var strategy = new LinkedHashMap<String, @Nullable Object>();
        strategy.put("type", rolling ? "RollingUpdate" : "Recreate");
        strategy.put("rollingUpdate", rolling ? Map.of("maxUnavailable", 0, "maxSurge", 1) : null);
        return strategy;
    }

    static void set(Workbench bench, Adjustment.HighAvailability availability) {
        var workload = bench.component(null);
        if (availability.on()) {
            on(bench, workload);
        } else {
            Workbench.pod(workload).root().remove("topologySpreadConstraints");
            bench.remove(BUDGET, Workbench.name(workload));
        }
    }

    private static void on(Workbench bench, Tree workload) {
        if (Workbench.kind(workload).equals("DaemonSet")) {
            return;
        }
        Instances.set(bench, workload, Math.max(2, Instances.of(workload)));
        Workbench.pod(workload)
                .put(
                        "topologySpreadConstraints",
                        List.of(Map.of(
                                "maxSkew",
                                1,
                                "topologyKey",
                                "kubernetes.io/hostname",
                                "whenUnsatisfiable",
                                "ScheduleAnyway",
                                "labelSelector",
                                Map.of("matchLabels", Workbench.selected(workload)))));
        bench.add(budget(workload));
    }

    private static Map<String, @Nullable Object> budget(Tree workload) {
        var budget = new LinkedHashMap<String, @Nullable Object>();
        budget.put("apiVersion", "policy/v1");
        budget.put("kind", BUDGET);
        budget.put("metadata", Map.of("name", Workbench.name(workload)));
        budget.put("spec", Map.of("minAvailable", 1, "selector", Map.of("matchLabels", Workbench.selected(workload))));
        return budget;
    }

    /** A budget of one for a single instance would keep its host from ever being serviced. */
    static void tidy(Workbench bench) {
        bench.workloads().stream()
                .filter(workload -> Instances.of(workload) < 2)
                .forEach(workload -> bench.remove(BUDGET, Workbench.name(workload)));
    }
}
