package io.cosmopilot.deploy.adjusting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Source;
import io.cosmopilot.templates.Manifest;

/** The objects that an image needs to run, with the defaults that a platform engineer would choose. */
public final class FromImage {

    private static final Map<String, String> REQUESTS = Map.of("cpu", "100m", "memory", "128Mi");
    private static final Map<String, String> LIMITS = Map.of("cpu", "500m", "memory", "256Mi");

    private FromImage() {}

    public static List<Manifest> manifests(String application, Source.Image image) {
        var manifests = new ArrayList<Manifest>();
        manifests.add(deployment(application, image));
        if (image.port() != null) {
            manifests.add(service(application, image.port()));
        }
        return List.copyOf(manifests);
    }

    private static Manifest deployment(String application, Source.Image image) {
        var labels = Map.of("app", application);
        var spec = new LinkedHashMap<String, @Nullable Object>();
        spec.put("replicas", 1);
        spec.put("selector", Map.of("matchLabels", labels));
        spec.put("strategy", Availability.strategy(true));
        spec.put(
                "template",
                Map.of(
                        "metadata",
                        Map.of("labels", labels),
                        "spec",
                        Map.of("containers", List.of(container(application, image)))));
        return object("apps/v1", "Deployment", application, spec);
    }

    private static Map<String, @Nullable Object> container(String application, Source.Image image) {
        var container = new LinkedHashMap<String, @Nullable Object>();
        container.put("name", application);
        container.put("image", image.reference());
        container.put("resources", Map.of("requests", REQUESTS, "limits", LIMITS));
        if (image.port() != null) {
            container.put("ports", List.of(Map.of("containerPort", image.port(), "protocol", "TCP")));
            container.put("readinessProbe", Map.of("tcpSocket", Map.of("port", image.port()), "periodSeconds", 5));
        }
        return container;
    }

    private static Manifest service(String application, int port) {
        var spec = new LinkedHashMap<String, @Nullable Object>();
        spec.put("selector", Map.of("app", application));
        spec.put("ports", List.of(Map.of("name", "port-" + port, "port", port, "targetPort", port, "protocol", "TCP")));
        return object("v1", "Service", application, spec);
    }

    private static Manifest object(String apiVersion, String kind, String name, Map<String, @Nullable Object> spec) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("apiVersion", apiVersion);
        object.put("kind", kind);
        object.put("metadata", Map.of("name", name));
        object.put("spec", spec);
        return new Manifest(object);
    }
}
