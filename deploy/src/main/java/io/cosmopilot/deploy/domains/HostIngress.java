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

/**
 * The Ingress of one host of an application.
 *
 * @param services the application's, by their ports
 */
record HostIngress(
        ApplicationRow application,
        String host,
        Map<Integer, String> services,
        @Nullable String ingressClass,
        Tls tls) {

    static Reference reference(ApplicationRow application, String host, String namespace) {
        return new Reference("networking.k8s.io/v1", "Ingress", namespace, name(application, host));
    }

    Manifest leading(List<DomainRow> paths) {
        var offered = paths.stream()
                .filter(path -> services.containsKey(path.port()))
                .map(this::path)
                .toList();
        var rule = Map.of("host", host, "http", Map.of("paths", offered));
        var spec = new LinkedHashMap<String, @Nullable Object>();
        if (ingressClass != null) {
            spec.put("ingressClassName", ingressClass);
        }
        if (tls.on()) {
            spec.put("tls", tls.entries(host, name(application, host)));
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
        var annotations = new LinkedHashMap<>(tls.annotations());
        annotations.put(Ownership.APPLICATION, application.id());
        return Map.of(
                "name", name(application, host),
                "labels",
                        Map.of(
                                Ownership.NAME, application.template(),
                                Ownership.INSTANCE, application.name(),
                                Ownership.MANAGED_BY, Ownership.COSMOPILOT),
                "annotations", annotations);
    }

    /** The same for the same host, so that making it again changes it. */
    private static String name(ApplicationRow application, String host) {
        var digest = UUID.nameUUIDFromBytes(host.getBytes(StandardCharsets.UTF_8));
        return application.name() + "-" + digest.toString().substring(0, 8);
    }

    private Map<String, Object> path(DomainRow domain) {
        var service = services.getOrDefault(domain.port(), "");
        var backend = Map.of("service", Map.of("name", service, "port", Map.of("number", domain.port())));
        return Map.of("path", domain.path(), "pathType", "Prefix", "backend", backend);
    }
}
