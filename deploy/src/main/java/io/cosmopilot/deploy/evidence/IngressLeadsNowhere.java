package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;

/** An Ingress whose backend is no Service, or no port of it. */
final class IngressLeadsNowhere {

    private IngressLeadsNowhere() {}

    static Stream<Finding> in(Doors doors) {
        return doors.ingresses().stream()
                .flatMap(ingress -> backends(ingress).flatMap(backend -> found(doors, ingress, backend)));
    }

    private static Stream<IngressServiceBackend> backends(Ingress ingress) {
        return Stream.ofNullable(ingress.getSpec().getRules())
                .flatMap(List::stream)
                .flatMap(rule -> Stream.ofNullable(rule.getHttp()))
                .flatMap(http -> Stream.ofNullable(http.getPaths()).flatMap(List::stream))
                .map(HTTPIngressPath::getBackend)
                .flatMap(backend -> Stream.ofNullable(backend.getService()));
    }

    private static Stream<Finding> found(Doors doors, Ingress ingress, IngressServiceBackend backend) {
        var name = ingress.getMetadata().getName();
        var service = doors.around().stream()
                .filter(one -> one.getMetadata().getName().equals(backend.getName()))
                .findFirst();
        if (service.isEmpty()) {
            return Stream.of(Finding.of(ingress, "ingress-no-service", List.of(name, backend.getName())));
        }
        return offers(service.get(), backend.getPort())
                ? Stream.empty()
                : Stream.of(Finding.of(
                        ingress,
                        "ingress-no-port",
                        List.of(name, backend.getName(), words(backend.getPort()), ports(service.get()))));
    }

    private static boolean offers(Service service, ServiceBackendPort wanted) {
        return of(service)
                .anyMatch(port -> port.getPort().equals(wanted.getNumber())
                        || (wanted.getName() != null && wanted.getName().equals(port.getName())));
    }

    private static String words(ServiceBackendPort port) {
        return Optional.ofNullable(port.getName()).orElseGet(() -> String.valueOf(port.getNumber()));
    }

    private static String ports(Service service) {
        return of(service).map(port -> String.valueOf(port.getPort())).collect(Collectors.joining(", "));
    }

    private static Stream<ServicePort> of(Service service) {
        return Stream.ofNullable(service.getSpec().getPorts()).flatMap(List::stream);
    }
}
