package io.cosmopilot.deploy.adjusting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.cluster.Tree;

/** The Service through which an application is reached. */
final class Exposed {

    private Exposed() {}

    static void set(Workbench bench, Adjustment.Exposure exposure) {
        var service = service(bench, exposure.service());
        var spec = service.make("spec");
        if ("None".equals(spec.text("clusterIP", ""))) {
            throw Impossible.because("headless", Workbench.name(service));
        }
        spec.put("type", exposure.type());
        spec.put("ports", ports(exposure));
    }

    private static List<Object> ports(Adjustment.Exposure exposure) {
        return exposure.ports().stream()
                .<Object>map(port -> port(exposure, port))
                .toList();
    }

    private static Map<String, @Nullable Object> port(Adjustment.Exposure exposure, Adjustment.Port port) {
        var written = new LinkedHashMap<String, @Nullable Object>();
        written.put("name", "port-" + port.port());
        written.put("port", port.port());
        written.put("targetPort", port.target());
        written.put("protocol", "TCP");
        if (port.nodePort() != null && exposure.type().equals("NodePort")) {
            written.put("nodePort", port.nodePort());
        }
        return written;
    }

    private static Tree service(Workbench bench, @Nullable String name) {
        var wanted = name == null ? bench.application() : name;
        return bench.of("Service")
                .filter(service -> Workbench.name(service).equals(wanted))
                .findFirst()
                .or(() -> name == null ? selecting(bench) : Optional.empty())
                .orElseGet(() -> made(bench, wanted));
    }

    /** The Service of the main component, whatever it is called. */
    private static Optional<Tree> selecting(Workbench bench) {
        var labels = bench.component(null)
                .at("spec", "template", "metadata", "labels")
                .root();
        return bench.of("Service")
                .filter(service -> !service.at("spec", "selector").root().isEmpty())
                .filter(service -> labels.entrySet()
                        .containsAll(service.at("spec", "selector").root().entrySet()))
                .findFirst();
    }

    private static Tree made(Workbench bench, String name) {
        var service = new LinkedHashMap<String, @Nullable Object>();
        service.put("apiVersion", "v1");
        service.put("kind", "Service");
        service.put("metadata", Map.of("name", name));
        service.put("spec", Map.of("selector", Workbench.selected(bench.component(null))));
        bench.add(service);
        return bench.of("Service")
                .filter(made -> Workbench.name(made).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
