package io.cosmopilot.templates.checks;

import java.util.List;
import java.util.stream.Stream;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.values.Names;
import io.cosmopilot.templates.yaml.Excerpt;
import io.cosmopilot.templates.yaml.Mapping;

/** An Ingress has hosts that can exist, and leads to Services at ports that they have. */
final class IngressesCheck implements Check {

    private static final String WILDCARD = "*.";

    @Override
    public void check(Resource resource, Surroundings surroundings, Findings findings) {
        if (resource.is("Ingress")) {
            resource.spec().mappings("rules").forEach(rule -> host(rule, findings));
            backends(resource.spec()).forEach(backend -> backend(backend, surroundings, findings));
        }
    }

    private static void host(Mapping rule, Findings findings) {
        var host = rule.text("host");
        var plain = host.startsWith(WILDCARD) ? host.substring(WILDCARD.length()) : host;
        if (!host.isEmpty() && !Names.isSubdomain(plain)) {
            findings.complain(rule.placeOf("host"), "templates.ingress.host", Excerpt.of(host));
        }
    }

    private static List<Mapping> backends(Mapping spec) {
        var paths = spec.mappings("rules").stream()
                .flatMap(rule -> rule.mapping("http").mappings("paths").stream())
                .map(path -> path.mapping("backend"));
        return Stream.concat(Stream.of(spec.mapping("defaultBackend")), paths)
                .map(backend -> backend.mapping("service"))
                .filter(service -> !service.text("name").isEmpty())
                .toList();
    }

    private static void backend(Mapping backend, Surroundings surroundings, Findings findings) {
        var name = backend.text("name");
        var service = surroundings.find("Service", name);
        if (service.isEmpty()) {
            findings.note(backend.placeOf("name"), "templates.note.elsewhere", "Service", name);
        } else if (!hasPort(service.get(), backend.mapping("port"))) {
            findings.complain(backend.placeOf("port"), "templates.ingress.port", name);
        }
    }

    private static boolean hasPort(Resource service, Mapping port) {
        return service.spec().mappings("ports").stream()
                .anyMatch(open -> port.has("name")
                        ? open.text("name").equals(port.text("name"))
                        : open.text("port").equals(port.text("number")));
    }
}
