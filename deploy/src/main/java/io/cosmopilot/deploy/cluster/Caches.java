package io.cosmopilot.deploy.cluster;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What the cluster told last about the objects of all tenants: one watch a kind, however many people ask. Starts
 * without waiting for the cluster and goes on trying while it is away.
 */
@Component
public class Caches implements SmartLifecycle {

    private static final String BY_APPLICATION = "application";
    private static final String BY_SUBJECT = "subject";

    private final SharedIndexInformer<Deployment> deployments;
    private final SharedIndexInformer<StatefulSet> statefulSets;
    private final SharedIndexInformer<DaemonSet> daemonSets;
    private final SharedIndexInformer<ReplicaSet> replicaSets;
    private final SharedIndexInformer<Pod> pods;
    private final SharedIndexInformer<Service> services;
    private final SharedIndexInformer<PersistentVolumeClaim> volumes;
    private final SharedIndexInformer<Event> warnings;
    private volatile boolean running;

    Caches(KubernetesClient client) {
        deployments = managed(client, Deployment.class);
        statefulSets = managed(client, StatefulSet.class);
        daemonSets = managed(client, DaemonSet.class);
        replicaSets = managed(client, ReplicaSet.class);
        pods = managed(client, Pod.class);
        services = managed(client, Service.class);
        volumes = managed(client, PersistentVolumeClaim.class);
        warnings = informer(client.v1().events().inAnyNamespace().withField("type", "Warning"))
                .addIndexers(Map.of(BY_SUBJECT, event -> List.of(subject(event))));
    }

    private static <T extends HasMetadata> SharedIndexInformer<T> managed(KubernetesClient client, Class<T> type) {
        var chosen = client.resources(type).inAnyNamespace().withLabel(Ownership.MANAGED_BY, Ownership.COSMOPILOT);
        return informer(chosen)
                .addIndexers(Map.of(
                        BY_APPLICATION,
                        object -> Ownership.application(object).stream().toList()));
    }

    private static <T> SharedIndexInformer<T> informer(Informable<T> chosen) {
        return chosen.runnableInformer(0).exceptionHandler((hasStarted, failure) -> true);
    }

    private static String subject(Event event) {
        var object = event.getInvolvedObject();
        return "%s/%s/%s".formatted(object.getNamespace(), object.getKind(), object.getName());
    }

    /** Whether everything has been told at least once; before that the caches prove nothing. */
    public boolean complete() {
        return all().allMatch(SharedIndexInformer::hasSynced);
    }

    public List<Deployment> deployments(String application) {
        return deployments.getIndexer().byIndex(BY_APPLICATION, application);
    }

    public List<StatefulSet> statefulSets(String application) {
        return statefulSets.getIndexer().byIndex(BY_APPLICATION, application);
    }

    public List<DaemonSet> daemonSets(String application) {
        return daemonSets.getIndexer().byIndex(BY_APPLICATION, application);
    }

    public List<ReplicaSet> replicaSets(String application) {
        return replicaSets.getIndexer().byIndex(BY_APPLICATION, application);
    }

    public List<Pod> pods(String application) {
        return pods.getIndexer().byIndex(BY_APPLICATION, application);
    }

    public List<Service> services(String application) {
        return services.getIndexer().byIndex(BY_APPLICATION, application);
    }

    public List<PersistentVolumeClaim> volumes(String application) {
        return volumes.getIndexer().byIndex(BY_APPLICATION, application);
    }

    /** All of a namespace that the platform made, of whatever application. */
    public List<Deployment> deploymentsIn(String namespace) {
        return deployments.getIndexer().byIndex(Cache.NAMESPACE_INDEX, namespace);
    }

    public List<Pod> podsIn(String namespace) {
        return pods.getIndexer().byIndex(Cache.NAMESPACE_INDEX, namespace);
    }

    public List<PersistentVolumeClaim> volumesIn(String namespace) {
        return volumes.getIndexer().byIndex(Cache.NAMESPACE_INDEX, namespace);
    }

    /** What the cluster warned of about an object. */
    public List<Event> warnings(HasMetadata object) {
        var metadata = object.getMetadata();
        return warnings.getIndexer()
                .byIndex(
                        BY_SUBJECT,
                        "%s/%s/%s".formatted(metadata.getNamespace(), object.getKind(), metadata.getName()));
    }

    @Override
    public void start() {
        running = true;
        all().forEach(SharedIndexInformer::start);
    }

    @Override
    public void stop() {
        running = false;
        all().forEach(SharedIndexInformer::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Stream<SharedIndexInformer<?>> all() {
        return Stream.of(deployments, statefulSets, daemonSets, replicaSets, pods, services, volumes, warnings);
    }
}
