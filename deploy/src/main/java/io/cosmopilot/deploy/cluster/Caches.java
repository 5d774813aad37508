package io.cosmopilot.deploy.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
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
    private static final Duration LAPSE = Duration.ofSeconds(5);
    private static final String BY_HOST = "host";
    private static final String STANDARD_CLASS = "storageclass.kubernetes.io/is-default-class";

    private final SharedIndexInformer<Deployment> deployments;
    private final SharedIndexInformer<StatefulSet> statefulSets;
    private final SharedIndexInformer<DaemonSet> daemonSets;
    private final SharedIndexInformer<ReplicaSet> replicaSets;
    private final SharedIndexInformer<Pod> pods;
    private final SharedIndexInformer<Service> services;
    private final SharedIndexInformer<PersistentVolumeClaim> volumes;
    private final SharedIndexInformer<Ingress> ingresses;
    private final SharedIndexInformer<StorageClass> storageClasses;
    private final SharedIndexInformer<Node> nodes;
    private final SharedIndexInformer<Event> warnings;
    private final Connection connection = new Connection();
    private volatile boolean running;
    private volatile Instant watchedLast = Instant.MIN;

    Caches(KubernetesClient client) {
        deployments = managed(client, Deployment.class);
        statefulSets = managed(client, StatefulSet.class);
        daemonSets = managed(client, DaemonSet.class);
        replicaSets = managed(client, ReplicaSet.class);
        pods = managed(client, Pod.class);
        services = managed(client, Service.class);
        volumes = managed(client, PersistentVolumeClaim.class);
        // All of them: a host that another Ingress of the cluster serves is taken.
        ingresses = informer(client.network().v1().ingresses().inAnyNamespace()).addIndexers(byApplicationAndHost());
        storageClasses = informer(client.storage().v1().storageClasses());
        nodes = informer(client.nodes());
        warnings = informer(client.v1().events().inAnyNamespace().withField("type", "Warning"))
                .addIndexers(Map.of(BY_SUBJECT, event -> List.of(subject(event))));
    }

    private <T extends HasMetadata> SharedIndexInformer<T> managed(KubernetesClient client, Class<T> type) {
        var chosen = client.resources(type).inAnyNamespace().withLabel(Ownership.MANAGED_BY, Ownership.COSMOPILOT);
        return informer(chosen)
                .addIndexers(Map.of(
                        BY_APPLICATION,
                        object -> Ownership.application(object).stream().toList()));
    }

    private static Map<String, Function<Ingress, List<String>>> byApplicationAndHost() {
        return Map.of(
                BY_APPLICATION, object -> Ownership.application(object).stream().toList(), BY_HOST, Caches::hosts);
    }

    private static List<String> hosts(Ingress ingress) {
        return Stream.ofNullable(ingress.getSpec().getRules())
                .flatMap(List::stream)
                .map(IngressRule::getHost)
                .filter(Objects::nonNull)
                .toList();
    }

    private <T> SharedIndexInformer<T> informer(Informable<T> chosen) {
        return chosen.runnableInformer(0).exceptionHandler((hasStarted, failure) -> {
            connection.lost(String.valueOf(failure.getMessage()));
            return true;
        });
    }

    private static String subject(Event event) {
        var object = event.getInvolvedObject();
        return "%s/%s/%s".formatted(object.getNamespace(), object.getKind(), object.getName());
    }

    /** Whether everything has been told at least once; before that the caches prove nothing. */
    public boolean complete() {
        return all().allMatch(SharedIndexInformer::hasSynced);
    }

    /** The kinds of which nothing has been told yet, or is told now. */
    List<String> unwatched() {
        return all().filter(informer -> !informer.hasSynced() || !informer.isWatching())
                .map(informer -> informer.getApiTypeClass().getSimpleName())
                .toList();
    }

    /** Whether every watch is open, or was a moment ago: they are cut and made anew all the time. */
    public boolean current(Instant now) {
        if (all().allMatch(SharedIndexInformer::isWatching)) {
            watchedLast = now;
            connection.made();
        }
        boolean current =
                !watchedLast.equals(Instant.MIN) && watchedLast.plus(LAPSE).isAfter(now);
        if (!current) {
            connection.lost("not every watch is open");
        }
        return current;
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

    public List<Ingress> ingresses(String application) {
        return ingresses.getIndexer().byIndex(BY_APPLICATION, application);
    }

    /** Every Ingress of the cluster that serves a host, whoever made it. */
    public List<Ingress> serving(String host) {
        return ingresses.getIndexer().byIndex(BY_HOST, host);
    }

    public List<Pod> podsIn(String namespace) {
        return pods.getIndexer().byIndex(Cache.NAMESPACE_INDEX, namespace);
    }

    public List<Service> servicesIn(String namespace) {
        return services.getIndexer().byIndex(Cache.NAMESPACE_INDEX, namespace);
    }

    public List<PersistentVolumeClaim> volumesIn(String namespace) {
        return volumes.getIndexer().byIndex(Cache.NAMESPACE_INDEX, namespace);
    }

    /** The names of the cluster's storage classes, the default first. */
    public List<String> storageClasses() {
        return storageClasses.getIndexer().list().stream()
                .sorted(Comparator.comparing(Caches::standard).reversed().thenComparing(Caches::name))
                .map(Caches::name)
                .toList();
    }

    /** Whether a volume that asks for no class gets the usual one. */
    public boolean standardStorage() {
        return storageClasses.getIndexer().list().stream().anyMatch(Caches::standard);
    }

    private static boolean standard(StorageClass type) {
        var annotations = type.getMetadata().getAnnotations();
        return annotations != null && "true".equals(annotations.get(STANDARD_CLASS));
    }

    private static String name(HasMetadata object) {
        return object.getMetadata().getName();
    }

    /** The cluster's hosts. */
    public List<Node> nodes() {
        return nodes.getIndexer().list();
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
        return Stream.of(
                deployments,
                statefulSets,
                daemonSets,
                replicaSets,
                pods,
                services,
                volumes,
                ingresses,
                storageClasses,
                nodes,
                warnings);
    }
}
