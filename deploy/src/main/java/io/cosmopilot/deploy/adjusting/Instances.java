package io.cosmopilot.deploy.adjusting;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.cluster.Tree;

/** How many instances run, and since when. */
final class Instances {

    private static final String BEFORE = "cosmopilot.io/replicas";
    private static final String RESTARTED = "cosmopilot.io/restarted";

    private Instances() {}

    static void scale(Workbench bench, Adjustment.Scale scale) {
        set(bench, counted(bench.component(scale.component())), scale.replicas());
    }

    static void set(Workbench bench, Tree workload, int replicas) {
        if (replicas > 1 && bench.single(workload)) {
            throw Impossible.because("one-instance", Workbench.name(workload));
        }
        workload.make("spec").put("replicas", replicas);
        workload.make("metadata", "annotations").root().remove(BEFORE);
    }

    static int of(Tree workload) {
        return Integer.parseInt(workload.at("spec").text("replicas", "1"));
    }

    static void stop(Workbench bench) {
        for (var workload : bench.workloads()) {
            int running = of(counted(workload));
            if (running > 0) {
                workload.make("spec").put("replicas", 0);
                workload.make("metadata", "annotations").put(BEFORE, String.valueOf(running));
            }
        }
    }

    static void start(Workbench bench) {
        for (var workload : bench.workloads()) {
            var annotations = workload.make("metadata", "annotations");
            if (of(workload) == 0) {
                workload.make("spec").put("replicas", Integer.valueOf(annotations.text(BEFORE, "1")));
            }
            annotations.root().remove(BEFORE);
        }
    }

    static void restart(Workbench bench, Adjustment.Restart restart) {
        bench.workloads()
                .forEach(workload -> workload.make("spec", "template", "metadata", "annotations")
                        .put(RESTARTED, restart.at()));
    }

    private static Tree counted(Tree workload) {
        if (Workbench.kind(workload).equals("DaemonSet")) {
            throw Impossible.because("one-a-host", Workbench.name(workload));
        }
        return workload;
    }
}
