package io.cosmopilot.templates.migration;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.Node;
import io.cosmopilot.templates.yaml.Scalar;

/** From {@code v1beta1} to {@code networking.k8s.io/v1}: another form of backends, and a path type on each path. */
final class Ingresses {

    /** The default of v1beta1, and therefore what such an Ingress meant. */
    private static final String PATH_TYPE = "ImplementationSpecific";

    private Ingresses() {}

    static Mapping rewrite(Mapping root, Findings findings) {
        return root.changed(Ingresses::spec, "spec");
    }

    private static Mapping spec(Mapping spec) {
        return spec.renamed("backend", "defaultBackend")
                .changed(Ingresses::backend, "defaultBackend")
                .changedEach("rules", rule -> rule.changed(http -> http.changedEach("paths", Ingresses::path), "http"));
    }

    private static Mapping path(Mapping path) {
        var typed = path.has("pathType") ? path : path.with("pathType", PATH_TYPE);
        return typed.changed(Ingresses::backend, "backend");
    }

    private static Mapping backend(Mapping backend) {
        if (!backend.has("serviceName") && !backend.has("servicePort")) {
            return backend;
        }
        var service = Mapping.empty(backend.placeOf("serviceName"));
        service = moved(backend, "serviceName", service, "name");
        return backend.without("serviceName")
                .without("servicePort")
                .with("service", backend.has("servicePort") ? service.with("port", port(backend)) : service);
    }

    private static Mapping moved(Mapping from, String field, Mapping to, String name) {
        Node value = from.get(field);
        return value == null ? to : to.with(name, value);
    }

    private static Mapping port(Mapping backend) {
        var port = Mapping.empty(backend.placeOf("servicePort"));
        boolean number = backend.scalar("servicePort").map(Ingresses::isNumber).orElse(false);
        return moved(backend, "servicePort", port, number ? "number" : "name");
    }

    private static boolean isNumber(Scalar scalar) {
        return scalar.value() instanceof Number || (scalar.origin() == Scalar.Origin.FILLED && isDigits(scalar.text()));
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }
}
