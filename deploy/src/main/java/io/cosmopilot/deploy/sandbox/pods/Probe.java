package io.cosmopilot.deploy.sandbox.pods;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** Compares a readiness probe with the ports that the container says it has. */
final class Probe {

    private Probe() {}

    /** What the probe reports for ever, if it asks at a port that is not there. */
    static Optional<String> failure(JsonNode container) {
        List<JsonNode> ports = Meta.items(container.path("ports")).toList();
        JsonNode probe = container.path("readinessProbe");
        JsonNode port =
                probe.at("/httpGet/port").isMissingNode() ? probe.at("/tcpSocket/port") : probe.at("/httpGet/port");
        boolean unknown = !port.isMissingNode()
                && !ports.isEmpty()
                && ports.stream().noneMatch(one -> isSame(one, port.asString("")));
        return unknown ? Optional.of(refused(probe, port.asString(""))) : Optional.empty();
    }

    private static boolean isSame(JsonNode containerPort, String wanted) {
        return Meta.text(containerPort, "/containerPort").equals(wanted)
                || Meta.text(containerPort, "/name").equals(wanted);
    }

    private static String refused(JsonNode probe, String port) {
        String path = Meta.text(probe, "/httpGet/path");
        return path.isEmpty()
                ? "Readiness probe failed: dial tcp :%s: connect: connection refused".formatted(port)
                : "Readiness probe failed: Get \"http://:%s%s\": dial tcp :%s: connect: connection refused"
                        .formatted(port, path, port);
    }
}
