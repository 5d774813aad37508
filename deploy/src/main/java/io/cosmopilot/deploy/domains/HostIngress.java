package io.cosmopilot.deploy.domains;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.applications.ApplicationRow;
import io.cosmopilot.deploy.cluster.Ownership;
import io.cosmopilot.deploy.cluster.Reference;
import io.cosmopilot.templates.Manifest;

/** The Ingress of one host of an application. */
record HostIngress(
        ApplicationRow application,
        String host,
        String service,
        @Nullable String ingressClass) {

    static Reference reference(ApplicationRow application, String host, String namespace) {
        return new Reference("networking.k8s.io/v1", "Ingress", namespace, name(application, host));
    }

    Manifest leading(List<DomainRow> paths) {
        var rule = Map.of(
                "host",
                host,
                "http",
                Map.of("paths", paths.stream().map(this::path).toList()));
        var spec = new LinkedHashMap<String, @Nullable Object>();
        if (ingressClass != null) {
            spec.put("ingressClassName", ingressClass);
        }
        spec.put("rules", List.of(rule));
        var whole = new LinkedHashMap<String, @Nullable Object>();
        whole.put("apiVersion", "networking.k8s.io/v1");
        whole.put("kind", "Ingress");
        whole.put("metadata", metadata());
        whole.put("spec", spec);
        return new Manifest(whole);
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "name", name(application, host),
                "labels",
                        Map.of(
                                Ownership.NAME, application.template(),
                                Ownership.INSTANCE, application.name(),
                                Ownership.MANAGED_BY, Ownership.COSMOPILOT),
                "annotations", Map.of(Ownership.APPLICATION, application.id()));
    }

    /** The same for the same host, so that making it again changes it. */
    private static String name(ApplicationRow application, String host) {
        var digest = UUID.nameUUIDFromBytes(host.getBytes(StandardCharsets.UTF_8));
        return application.name() + "-" + digest.toString().substring(0, 8);
    }

    private Map<String, Object> path(DomainRow domain) {
        var backend = Map.of("service", Map.of("name", service, "port", Map.of("number", domain.port())));
        return Map.of("path", domain.path(), "pathType", "Prefix", "backend", backend);
    }
}
