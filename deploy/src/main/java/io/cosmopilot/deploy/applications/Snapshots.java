package io.cosmopilot.deploy.applications;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;

import io.cosmopilot.deploy.Component;
import io.cosmopilot.deploy.Health;
import io.cosmopilot.deploy.cluster.Caches;
import io.cosmopilot.deploy.evidence.Doors;
import io.cosmopilot.deploy.evidence.Explainer;
import io.cosmopilot.deploy.evidence.Finding;
import io.cosmopilot.deploy.evidence.Scene;

/** Takes snapshots of applications from the caches. */
@org.springframework.stereotype.Component
public class Snapshots {

    private final Caches caches;
    private final Explainer explainer;
    private final Clock clock;

    Snapshots(Caches caches, Explainer explainer, Clock clock) {
        this.caches = caches;
        this.explainer = explainer;
        this.clock = clock;
    }

    /** Whether the caches have been told everything at least once. */
    public boolean possible() {
        return caches.complete();
    }

    /** Whether the caches are told what happens, or have lost the cluster for longer than a connection is made anew. */
    public boolean current() {
        return caches.current(clock.instant());
    }

    /** What the caches show of the application of this id. */
    public Snapshot of(String application) {
        var pods = caches.pods(application).stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
        var workloads = workloads(application).toList();
        var services = sorted(caches.services(application).stream()).toList();
        var parts = workloads.stream().map(workload -> part(workload, pods)).toList();
        return new Snapshot(
                parts,
                running(parts) ? explainer.explain(doors(application, workloads, services)) : List.of(),
                services.stream()
                        .flatMap(Snapshots::ports)
                        .map(ServicePort::getPort)
                        .distinct()
                        .toList(),
                services.stream().flatMap(Snapshots::addresses).toList(),
                workloads.stream()
                        .flatMap(workload -> pods.stream().filter(workload.owned()))
                        .mapToInt(Snapshots::restarts)
                        .sum());
    }

    private Stream<Workload> workloads(String application) {
        var sets = caches.replicaSets(application);
        return Stream.of(
                        sorted(caches.deployments(application).stream())
                                .map(deployment -> Workload.of(deployment, sets)),
                        sorted(caches.statefulSets(application).stream()).map(set -> Workload.of(set, refusals(set))),
                        sorted(caches.daemonSets(application).stream()).map(set -> Workload.of(set, refusals(set))))
                .flatMap(workloads -> workloads);
    }

    private List<String> refusals(HasMetadata set) {
        return caches.warnings(set).stream()
                .filter(event -> "FailedCreate".equals(event.getReason()))
                .map(Event::getMessage)
                .toList();
    }

    private static boolean running(List<Snapshot.Part> parts) {
        return !parts.isEmpty()
                && parts.stream().allMatch(part -> part.component().health() == Health.HEALTHY);
    }

    private Doors doors(String application, List<Workload> workloads, List<Service> services) {
        var around = namespace(workloads).map(caches::servicesIn).orElse(List.of());
        var templates = new LinkedHashMap<String, PodTemplateSpec>();
        namespace(workloads).map(caches::podsIn).orElse(List.of()).forEach(pod -> templates.put(name(pod), alike(pod)));
        workloads.forEach(workload -> templates.put(workload.name() + "/", workload.template()));
        var components = workloads.stream().map(Workload::name).toList();
        return new Doors(services, caches.ingresses(application), around, templates, components);
    }

    private static Optional<String> namespace(List<Workload> workloads) {
        return workloads.stream()
                .map(workload -> workload.object().getMetadata().getNamespace())
                .findFirst();
    }

    private static PodTemplateSpec alike(Pod pod) {
        return new PodTemplateSpec(pod.getMetadata(), pod.getSpec());
    }

    private static String name(HasMetadata object) {
        return object.getMetadata().getName();
    }

    private Snapshot.Part part(Workload workload, List<Pod> pods) {
        var rollout = workload.rollout();
        boolean ill = rollout.health() == Health.PROGRESSING || rollout.health() == Health.FAILED;
        var scene = scene(workload, pods);
        var findings = ill ? explainer.explain(scene) : List.<Finding>of();
        var hints = ill && findings.isEmpty() ? explainer.hints(scene) : List.<Finding>of();
        var health = findings.isEmpty() ? rollout.health() : Health.FAILED;
        var component = new Component(
                workload.object().getKind(),
                workload.name(),
                health,
                rollout.ready(),
                rollout.wanted(),
                workload.image());
        return new Snapshot.Part(component, workload.generation(), findings, hints);
    }

    private Scene scene(Workload workload, List<Pod> pods) {
        return new Scene(
                workload.name(),
                pods.stream().filter(workload.newest()).toList(),
                workload.refusals(),
                caches.volumesIn(workload.object().getMetadata().getNamespace()),
                caches.storageClasses(),
                caches::warnings,
                clock.instant());
    }

    private static Stream<String> addresses(Service service) {
        var metadata = service.getMetadata();
        return ports(service)
                .map(port -> "%s.%s:%d".formatted(metadata.getName(), metadata.getNamespace(), port.getPort()));
    }

    private static Stream<ServicePort> ports(Service service) {
        return Stream.ofNullable(service.getSpec().getPorts()).flatMap(List::stream);
    }

    private static int restarts(Pod pod) {
        return Stream.ofNullable(pod.getStatus().getContainerStatuses())
                .flatMap(List::stream)
                .map(ContainerStatus::getRestartCount)
                .mapToInt(count -> Objects.requireNonNullElse(count, 0))
                .sum();
    }

    private static <T extends HasMetadata> Stream<T> sorted(Stream<T> objects) {
        return objects.sorted(
                Comparator.comparing(object -> object.getMetadata().getName()));
    }
}
