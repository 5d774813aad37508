package io.cosmopilot.deploy.sandbox.schema;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.cluster.Admission;
import io.cosmopilot.deploy.sandbox.cluster.Attempt;
import io.cosmopilot.deploy.sandbox.cluster.Subdomain;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** The rules of the kinds that tenants deploy. */
public final class Validation implements Admission {

    @Override
    public void admit(Attempt attempt) {
        Complaints complaints = new Complaints();
        JsonNode spec = attempt.object().path("spec");
        switch (attempt.kind().name()) {
            case "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet" -> workload(attempt, spec, complaints);
            case "Pod" -> new PodRules(spec, "spec", complaints).check();
            case "Job" -> new PodRules(spec.at("/template/spec"), "spec.template.spec", complaints).check();
            case "Service" -> service(attempt, spec, complaints);
            case "Ingress" -> ingress(spec, complaints);
            case "PersistentVolumeClaim" -> claim(attempt, spec, complaints);
            default -> {}
        }
        complaints.refuse(attempt.key());
    }

    private static void workload(Attempt attempt, JsonNode spec, Complaints complaints) {
        JsonNode selector = spec.path("selector");
        JsonNode labels = spec.at("/template/metadata/labels");
        if (selector.isEmpty()) {
            complaints.required("spec.selector");
        }
        if (selector.isEmpty()
                || selector.path("matchLabels").properties().stream()
                        .anyMatch(wanted -> !labels.path(wanted.getKey()).equals(wanted.getValue()))) {
            complaints.invalid("spec.template.metadata.labels", labels, "`selector` does not match template `labels`");
        }
        if (spec.path("replicas").asInt(0) < 0) {
            complaints.invalid("spec.replicas", spec.path("replicas"), "must be greater than or equal to 0");
        }
        attempt.previous()
                .filter(before -> !before.at("/spec/selector").equals(selector))
                .ifPresent(before -> complaints.invalid("spec.selector", selector, "field is immutable"));
        Set<String> claimed =
                Meta.items(spec.path("volumeClaimTemplates")).map(Meta::name).collect(Collectors.toSet());
        new PodRules(spec.at("/template/spec"), claimed, "spec.template.spec", complaints).check();
    }

    private static void service(Attempt attempt, JsonNode spec, Complaints complaints) {
        List<String> types = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
        String type = Meta.text(spec, "/type");
        if (!types.contains(type)) {
            complaints.unsupported("spec.type", spec.path("type"), types);
        }
        keepsAddress(attempt, spec, complaints);
        boolean headless = Meta.text(spec, "/clusterIP").equals("None");
        if (spec.path("ports").isEmpty() && !type.equals("ExternalName") && !headless) {
            complaints.required("spec.ports");
        }
        for (int index = 0; index < spec.path("ports").size(); index++) {
            JsonNode port = spec.path("ports").path(index);
            String field = "spec.ports[%d]".formatted(index);
            PodRules.port(port.path("port"), field + ".port", complaints);
            if (spec.path("ports").size() > 1 && Meta.text(port, "/name").isEmpty()) {
                complaints.required(field + ".name");
            }
        }
    }

    /** A Service gets another address only by being made anew. */
    private static void keepsAddress(Attempt attempt, JsonNode spec, Complaints complaints) {
        String wanted = Meta.text(spec, "/clusterIP");
        attempt.previous()
                .map(before -> Meta.text(before, "/spec/clusterIP"))
                .filter(before -> !before.isEmpty() && !wanted.isEmpty() && !before.equals(wanted))
                .ifPresent(before ->
                        complaints.invalid("spec.clusterIPs[0]", spec.path("clusterIPs"), "may not change once set"));
    }

    private static void ingress(JsonNode spec, Complaints complaints) {
        if (spec.path("rules").isEmpty() && spec.path("defaultBackend").isMissingNode()) {
            complaints.invalid("spec", spec, "either `defaultBackend` or `rules` must be specified");
        }
        List<String> types = List.of("Exact", "ImplementationSpecific", "Prefix");
        for (int rule = 0; rule < spec.path("rules").size(); rule++) {
            JsonNode host = spec.path("rules").path(rule).path("host");
            String name = host.asString("");
            if (!name.isEmpty() && !Subdomain.is(name.startsWith("*.") ? name.substring(2) : name)) {
                complaints.invalid("spec.rules[%d].host".formatted(rule), host, Subdomain.RULE);
            }
            JsonNode paths = spec.path("rules").path(rule).at("/http/paths");
            for (int index = 0; index < paths.size(); index++) {
                JsonNode path = paths.path(index);
                String field = "spec.rules[%d].http.paths[%d]".formatted(rule, index);
                String type = Meta.text(path, "/pathType");
                if (type.isEmpty()) {
                    complaints.required(field + ".pathType");
                } else if (!types.contains(type)) {
                    complaints.unsupported(field + ".pathType", path.path("pathType"), types);
                } else if (!type.startsWith("Impl") && !Meta.text(path, "/path").startsWith("/")) {
                    complaints.invalid(field + ".path", path.path("path"), "must be an absolute path");
                }
            }
        }
    }

    private static void claim(Attempt attempt, JsonNode spec, Complaints complaints) {
        if (spec.path("accessModes").isEmpty()) {
            complaints.required("spec.accessModes");
        }
        if (spec.at("/resources/requests/storage").isMissingNode()) {
            complaints.required("spec.resources[storage]");
        }
        attempt.previous()
                .filter(before ->
                        !Meta.text(before, "/spec/storageClassName").equals(Meta.text(spec, "/storageClassName")))
                .ifPresent(before -> complaints.invalid(
                        "spec",
                        spec.path("storageClassName"),
                        "spec is immutable after creation except "
                                + "resources.requests and volumeAttributesClassName for bound claims"));
    }
}
