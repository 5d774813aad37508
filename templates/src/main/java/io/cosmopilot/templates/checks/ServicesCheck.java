package io.cosmopilot.templates.checks;

import java.util.List;
import java.util.Optional;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.values.Names;
import io.cosmopilot.templates.yaml.Excerpt;
import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.Scalar;

/** A Service leads to pods that are there, at ports that they open. */
final class ServicesCheck implements Check {

    private static final int HIGHEST_PORT = 65_535;

    @Override
    public void check(Resource resource, Surroundings surroundings, Findings findings) {
        if (resource.is("Service")) {
            var spec = resource.spec();
            ports(resource, spec.mappings("ports"), findings);
            selector(resource, spec.mapping("selector"), surroundings, findings);
        }
    }

    private static void ports(Resource service, List<Mapping> ports, Findings findings) {
        boolean needsPorts = !service.spec().text("type").equals("ExternalName")
                && !service.spec().text("clusterIP").equals("None");
        if (ports.isEmpty() && needsPorts) {
            findings.complain(service.spec().place(), "templates.field.missing", "spec.ports");
        }
        ports.forEach(port -> port(port, ports.size() > 1, findings));
        Repeated.each(
                ports,
                "name",
                port -> findings.complain(port.placeOf("name"), "templates.port.repeated", port.text("name")));
    }

    private static void port(Mapping port, boolean several, Findings findings) {
        var name = port.text("name");
        if (several && name.isEmpty()) {
            findings.complain(port.place(), "templates.port.unnamed", port.text("port"));
        }
        if (!name.isEmpty() && !Names.isLabel(name)) {
            findings.complain(port.placeOf("name"), "templates.port.name", Excerpt.of(name));
        }
        for (var field : List.of("port", "targetPort", "nodePort")) {
            port.scalar(field)
                    .filter(scalar -> isOutside(scalar, field))
                    .ifPresent(scalar -> findings.complain(scalar.place(), "templates.port.number", scalar.text()));
        }
    }

    private static boolean isOutside(Scalar scalar, String field) {
        int lowest = field.equals("nodePort") ? 0 : 1;
        return scalar.value() instanceof Integer number && (number < lowest || number > HIGHEST_PORT);
    }

    private static void selector(Resource service, Mapping selector, Surroundings surroundings, Findings findings) {
        if (selector.fields().isEmpty() || surroundings.workloads().isEmpty()) {
            return;
        }
        var selected = surroundings.selected(selector);
        if (selected.isEmpty()) {
            findings.complain(service.spec().placeOf("selector"), "templates.service.selector", service.name());
            return;
        }
        var open = Ports.of(selected.stream()
                .flatMap(workload -> workload.containers().stream())
                .toList());
        service.spec().mappings("ports").forEach(port -> target(port, open, findings));
    }

    /** A number is only documentation in a container, a name is not. */
    private static void target(Mapping port, Ports open, Findings findings) {
        Optional<Scalar> target = port.scalar("targetPort").or(() -> port.scalar("port"));
        target.filter(wanted -> !open.has(wanted)).ifPresent(wanted -> {
            if (Ports.isName(wanted)) {
                findings.complain(wanted.place(), "templates.service.port", Excerpt.of(wanted.text()), open.toString());
            } else if (!open.none()) {
                findings.note(wanted.place(), "templates.note.service-port", wanted.text(), open.toString());
            }
        });
    }
}
