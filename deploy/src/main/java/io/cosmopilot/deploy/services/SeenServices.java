package io.cosmopilot.deploy.services;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.L4Service;
import io.cosmopilot.deploy.L4Services;
import io.cosmopilot.deploy.applications.ApplicationRecords;
import io.cosmopilot.deploy.applications.ApplicationRow;
import io.cosmopilot.deploy.cluster.Caches;

/** Services with the pods that their selectors match. */
@Component
class SeenServices implements L4Services {

    private final Applications applications;
    private final ApplicationRecords records;
    private final Caches caches;

    SeenServices(Applications applications, ApplicationRecords records, Caches caches) {
        this.applications = applications;
        this.records = records;
        this.caches = caches;
    }

    @Override
    public List<L4Service> of(String person, String application) {
        return applications
                .find(person, application)
                .flatMap(found -> records.find(found.space(), found.name()))
                .map(ApplicationRow::id)
                .map(this::services)
                .orElse(List.of());
    }

    private List<L4Service> services(String application) {
        return caches.services(application).stream()
                .map(this::service)
                .sorted(Comparator.comparing(L4Service::name))
                .toList();
    }

    private L4Service service(Service service) {
        var spec = service.getSpec();
        var selector = Objects.requireNonNullElse(spec.getSelector(), Map.<String, String>of());
        return new L4Service(
                service.getMetadata().getName(),
                Objects.requireNonNullElse(spec.getType(), "ClusterIP"),
                Optional.ofNullable(spec.getPorts()).orElse(List.of()).stream()
                        .map(SeenServices::port)
                        .toList(),
                selector,
                selector.isEmpty()
                        ? List.of()
                        : caches.podsIn(service.getMetadata().getNamespace()).stream()
                                .filter(pod -> matches(pod, selector))
                                .map(pod -> pod.getMetadata().getName())
                                .sorted()
                                .toList());
    }

    private static boolean matches(Pod pod, Map<String, String> selector) {
        var labels = pod.getMetadata().getLabels();
        return labels != null && labels.entrySet().containsAll(selector.entrySet());
    }

    private static Adjustment.Port port(ServicePort port) {
        return new Adjustment.Port(port.getPort(), target(port.getTargetPort(), port.getPort()), port.getNodePort());
    }

    private static int target(@Nullable IntOrString target, int port) {
        return target == null || target.getIntVal() == null ? port : target.getIntVal();
    }
}
