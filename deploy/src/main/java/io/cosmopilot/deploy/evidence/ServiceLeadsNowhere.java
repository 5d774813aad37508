package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;

/** A Service that selects no pods, or asks them at a port they do not have by that name. */
final class ServiceLeadsNowhere {

    private ServiceLeadsNowhere() {}

    static Stream<Finding> in(Doors doors) {
        return doors.services().stream().filter(ServiceLeadsNowhere::selects).flatMap(service -> found(doors, service));
    }

    private static boolean selects(Service service) {
        return !Optional.ofNullable(service.getSpec().getSelector())
                .orElse(Map.of())
                .isEmpty();
    }

    private static Stream<Finding> found(Doors doors, Service service) {
        if (doors.behind(service).isEmpty()) {
            var selector = service.getSpec().getSelector().entrySet().stream()
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .sorted()
                    .collect(Collectors.joining(", "));
            var finding = Finding.of(service, "service-matches-nothing", List.of(name(service), selector));
            return Stream.of(doors.meant(service).map(finding::suggesting).orElse(finding));
        }
        return Stream.ofNullable(service.getSpec().getPorts())
                .flatMap(List::stream)
                .flatMap(port -> misnamed(doors, service, port).stream());
    }

    private static Optional<Finding> misnamed(Doors doors, Service service, ServicePort port) {
        var target = Optional.ofNullable(port.getTargetPort()).map(IntOrString::getStrVal);
        var offered = doors.behind(service).stream()
                .flatMap(template -> Doors.ports(template).stream())
                .toList();
        return target.filter(name -> offered.stream().noneMatch(one -> name.equals(one.getName())))
                .map(name -> {
                    var finding =
                            Finding.of(service, "service-port-missing", List.of(name(service), name, words(offered)));
                    var numbers = offered.stream()
                            .map(ContainerPort::getContainerPort)
                            .distinct()
                            .toList();
                    return numbers.size() == 1 ? finding.suggesting(String.valueOf(numbers.getFirst())) : finding;
                });
    }

    private static String words(List<ContainerPort> ports) {
        return ports.isEmpty()
                ? "-"
                : ports.stream()
                        .map(port -> port.getName() == null
                                ? String.valueOf(port.getContainerPort())
                                : port.getName() + " (" + port.getContainerPort() + ")")
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static String name(Service service) {
        return service.getMetadata().getName();
    }
}
