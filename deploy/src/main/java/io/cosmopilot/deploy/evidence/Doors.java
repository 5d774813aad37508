package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;

/**
 * Through what an application is reached.
 *
 * @param services of the application
 * @param ingresses of the application
 * @param around all Services of its space
 * @param templates of all pods of its space, by what makes them
 * @param components of the application that make pods
 */
public record Doors(
        List<Service> services,
        List<Ingress> ingresses,
        List<Service> around,
        Map<String, PodTemplateSpec> templates,
        List<String> components) {

    /** The pods to which a Service leads. */
    List<PodTemplateSpec> behind(Service service) {
        var wanted = service.getSpec().getSelector();
        return templates.values().stream()
                .filter(template -> labels(template).entrySet().containsAll(wanted.entrySet()))
                .toList();
    }

    /** The component to which a Service probably should lead. */
    Optional<String> meant(Service service) {
        var name = service.getMetadata().getName();
        return components.stream()
                .filter(component -> component.equals(name))
                .findFirst()
                .or(() -> components.size() == 1 ? Optional.of(components.getFirst()) : Optional.empty());
    }

    static List<ContainerPort> ports(PodTemplateSpec template) {
        return template.getSpec().getContainers().stream()
                .map(Container::getPorts)
                .filter(ports -> ports != null)
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, String> labels(PodTemplateSpec template) {
        return Optional.ofNullable(template.getMetadata())
                .map(metadata -> metadata.getLabels())
                .orElse(Map.of());
    }
}
