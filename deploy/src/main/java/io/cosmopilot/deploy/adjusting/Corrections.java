package io.cosmopilot.deploy.adjusting;

import java.util.List;
import java.util.stream.Stream;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.cluster.Tree;

/** What is offered to mend what was found to be wrong. */
final class Corrections {

    private static final List<String> PROBES = List.of("readinessProbe", "livenessProbe", "startupProbe");

    private Corrections() {}

    static void probe(Workbench bench, Adjustment.Probe probe) {
        var container = Workbench.container(bench.component(probe.component()));
        var port = probe.port();
        if (port == null) {
            PROBES.forEach(container.root()::remove);
            return;
        }
        PROBES.stream()
                .map(container::at)
                .flatMap(asked -> Stream.of(asked.at("httpGet"), asked.at("tcpSocket")))
                .filter(asked -> asked.has("port"))
                .forEach(asked -> asked.put("port", port));
    }

    static void target(Workbench bench, Adjustment.Target target) {
        var service = service(bench, target.service());
        if (target.component() != null) {
            service.make("spec").put("selector", Workbench.selected(bench.component(target.component())));
        }
        if (target.port() != null) {
            service.at("spec").each("ports").forEach(port -> port.put("targetPort", target.port()));
        }
    }

    static void free(Workbench bench, Adjustment.FreePorts free) {
        service(bench, free.service())
                .at("spec")
                .each("ports")
                .forEach(port -> port.root().remove("nodePort"));
    }

    private static Tree service(Workbench bench, String name) {
        return bench.of("Service")
                .filter(service -> Workbench.name(service).equals(name))
                .findFirst()
                .orElseThrow(() -> Impossible.because("no-component", bench.application(), name));
    }
}
