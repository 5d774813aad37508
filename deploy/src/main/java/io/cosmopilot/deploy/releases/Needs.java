package io.cosmopilot.deploy.releases;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Quantity;

import io.cosmopilot.deploy.cluster.Tree;
import io.cosmopilot.templates.Manifest;

/** What objects take from a space's quota, by resource, in base units. */
record Needs(Map<String, BigDecimal> amounts) {

    private static final Set<String> ONE_A_NODE = Set.of("DaemonSet");

    /** Counts the containers' requests (as the API server completed them) for every replica, and the volumes. */
    static Needs of(List<Manifest> objects) {
        var sum = new LinkedHashMap<String, BigDecimal>();
        objects.forEach(object -> add(sum, object));
        return new Needs(sum);
    }

    BigDecimal amount(String resource) {
        return amounts.getOrDefault(resource, BigDecimal.ZERO);
    }

    private static void add(Map<String, BigDecimal> sum, Manifest object) {
        var spec = new Tree(object.content()).at("spec");
        if (object.kind().equals("PersistentVolumeClaim")) {
            add(sum, "requests.storage", spec.at("resources", "requests").text("storage", "0"), 1);
        }
        int replicas = ONE_A_NODE.contains(object.kind()) ? 1 : Integer.parseInt(spec.text("replicas", "1"));
        for (var container : spec.at("template", "spec").each("containers")) {
            for (var resource : List.of("cpu", "memory")) {
                add(sum, "requests." + resource, requested(container, resource), replicas);
            }
        }
        for (var claim : spec.each("volumeClaimTemplates")) {
            add(
                    sum,
                    "requests.storage",
                    claim.at("spec", "resources", "requests").text("storage", "0"),
                    replicas);
        }
    }

    /** A container with a limit and no request requests its limit; one with neither gets what the space gives. */
    private static String requested(Tree container, String resource) {
        var standard = resource.equals("cpu") ? "100m" : "128Mi";
        return Stream.of("requests", "limits")
                .map(kind -> container.at("resources", kind))
                .filter(resources -> resources.has(resource))
                .map(resources -> resources.text(resource, "0"))
                .findFirst()
                .orElse(standard);
    }

    private static void add(Map<String, BigDecimal> sum, String resource, String amount, int times) {
        var all = Quantity.getAmountInBytes(Quantity.parse(amount)).multiply(BigDecimal.valueOf(times));
        sum.merge(resource, all, BigDecimal::add);
    }
}
