package io.cosmopilot.deploy.adjusting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.cluster.Ownership;
import io.cosmopilot.deploy.cluster.Tree;

/** On which hosts an application runs. */
final class Hosts {

    private static final String HOST = "kubernetes.io/hostname";

    private Hosts() {}

    static void place(Workbench bench, Adjustment.Placement placement) {
        bench.workloads().forEach(workload -> place(Workbench.pod(workload), placement));
    }

    private static void place(Tree pod, Adjustment.Placement placement) {
        put(pod, "nodeSelector", placement.labels().isEmpty() ? null : placement.labels());
        var affinity = new LinkedHashMap<String, @Nullable Object>();
        if (!placement.hosts().isEmpty()) {
            affinity.put("nodeAffinity", Map.of(REQUIRED, named(placement.hosts())));
        }
        if (!placement.near().isEmpty()) {
            affinity.put(
                    "podAffinity",
                    Map.of(
                            REQUIRED,
                            placement.near().stream().map(Hosts::beside).toList()));
        }
        if (!placement.apart().isEmpty()) {
            affinity.put(
                    "podAntiAffinity",
                    Map.of(
                            REQUIRED,
                            placement.apart().stream().map(Hosts::beside).toList()));
        }
        put(pod, "affinity", affinity.isEmpty() ? null : affinity);
    }

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    private static Map<String, Object> named(List<String> hosts) {
        var name = Map.of("key", HOST, "operator", "In", "values", hosts);
        return Map.of("nodeSelectorTerms", List.of(Map.of("matchExpressions", List.of(name))));
    }

    private static Map<String, Object> beside(String application) {
        return Map.of(
                "topologyKey", HOST, "labelSelector", Map.of("matchLabels", Map.of(Ownership.INSTANCE, application)));
    }

    private static void put(Tree holder, String field, @Nullable Object value) {
        if (value == null) {
            holder.root().remove(field);
        } else {
            holder.put(field, value);
        }
    }
}
