package io.cosmopilot.templates.rendering;

import java.util.List;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.resources.Stage;
import io.cosmopilot.templates.yaml.Mapping;

/**
 * States the protocol of each port. It is part of the key by which server-side apply merges lists of ports, where the
 * default does not count before Kubernetes 1.20 (kubernetes/kubernetes#92332).
 */
final class Protocols implements Stage {

    private static final String PORTS = "ports";

    @Override
    public List<Resource> pass(List<Resource> resources, Findings findings) {
        return resources.stream().map(Protocols::state).toList();
    }

    private static Resource state(Resource resource) {
        return resource.is("Service")
                ? resource.with(spec -> spec.changedEach(PORTS, Protocols::state), "spec")
                : resource.withContainers(container -> container.changedEach(PORTS, Protocols::state));
    }

    private static Mapping state(Mapping port) {
        return port.text("protocol").isEmpty() ? port.with("protocol", "TCP") : port;
    }
}
