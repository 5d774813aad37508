package io.cosmopilot.deploy.sandbox.cluster;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

import static io.cosmopilot.deploy.sandbox.cluster.Defaults.number;
import static io.cosmopilot.deploy.sandbox.cluster.Defaults.text;

/** What is filled in for pods and for their templates. */
final class PodDefaults {

    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final int READABLE_BY_ALL = 0644;

    private PodDefaults() {}

    static void template(ObjectNode workload) {
        spec(workload.withObject("/template/spec"));
    }

    static void spec(ObjectNode spec) {
        text(spec, "restartPolicy", "Always");
        text(spec, "dnsPolicy", "ClusterFirst");
        text(spec, "schedulerName", "default-scheduler");
        number(spec, "terminationGracePeriodSeconds", 30);
        spec.withObjectProperty("securityContext");
        containers(spec).forEach(PodDefaults::container);
        objects(spec.path("volumes")).forEach(PodDefaults::volume);
    }

    private static Stream<ObjectNode> containers(ObjectNode spec) {
        return Stream.concat(objects(spec.path("initContainers")), objects(spec.path("containers")));
    }

    private static Stream<ObjectNode> objects(JsonNode list) {
        return Meta.items(list).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    private static void container(ObjectNode container) {
        String image = container.path("image").asString("");
        String name = image.substring(image.lastIndexOf('/') + 1);
        boolean moving = !name.contains("@") && (!name.contains(":") || name.endsWith(":latest"));
        text(container, "imagePullPolicy", moving ? "Always" : "IfNotPresent");
        container.withObjectProperty("resources");
        objects(container.path("ports")).forEach(port -> text(port, "protocol", "TCP"));
        PROBES.forEach(field -> {
            if (container.path(field) instanceof ObjectNode probe) {
                probe(probe);
            }
        });
    }

    private static void probe(ObjectNode probe) {
        number(probe, "timeoutSeconds", 1);
        number(probe, "periodSeconds", 10);
        number(probe, "successThreshold", 1);
        number(probe, "failureThreshold", 3);
        if (probe.path("httpGet") instanceof ObjectNode get) {
            text(get, "scheme", "HTTP");
            text(get, "path", "/");
        }
    }

    private static void volume(ObjectNode volume) {
        if (volume.path("configMap") instanceof ObjectNode map) {
            number(map, "defaultMode", READABLE_BY_ALL);
        }
        if (volume.path("secret") instanceof ObjectNode secret) {
            number(secret, "defaultMode", READABLE_BY_ALL);
        }
        if (volume.path("hostPath") instanceof ObjectNode path) {
            text(path, "type", "");
        }
    }

    static void requestsFromLimits(ObjectNode spec) {
        containers(spec).forEach(container -> {
            if (container.at("/resources/limits") instanceof ObjectNode limits) {
                ObjectNode requests = container.withObject("/resources/requests");
                limits.properties().forEach(limit -> requests.putIfAbsent(limit.getKey(), limit.getValue()));
            }
        });
    }
}
