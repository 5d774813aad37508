package io.cosmopilot.templates.checks;

import java.util.List;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.yaml.Excerpt;
import io.cosmopilot.templates.yaml.Mapping;

/** A probe asks at a port that its container opens. */
final class ProbesCheck implements Check {

    private static final List<String> PROBES = List.of("readinessProbe", "livenessProbe", "startupProbe");

    @Override
    public void check(Resource resource, Surroundings surroundings, Findings findings) {
        for (var container : resource.containers()) {
            var ports = Ports.of(List.of(container));
            for (var probe : PROBES) {
                for (var way : List.of("httpGet", "tcpSocket")) {
                    port(container.mapping(probe, way), probe, ports, findings);
                }
            }
        }
    }

    /** A container need not name its ports; where it does, a number it does not name is a mistake. */
    private static void port(Mapping way, String probe, Ports ports, Findings findings) {
        way.scalar("port")
                .filter(port -> !ports.has(port) && (Ports.isName(port) || !ports.none()))
                .ifPresent(port -> findings.complain(
                        port.place(), "templates.probe.port", probe, Excerpt.of(port.text()), ports.toString()));
    }
}
