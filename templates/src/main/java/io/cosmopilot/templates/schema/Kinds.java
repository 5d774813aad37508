package io.cosmopilot.templates.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

import io.cosmopilot.templates.schema.Shape.Structure;

/** The kinds a template may have: namespaced, and of no power over anything but the tenant's own applications. */
public final class Kinds {

    private static final SequencedMap<String, Map<String, Class<?>>> KINDS = new LinkedHashMap<>();

    static {
        add("Deployment", "apps/v1", Deployment.class);
        add("StatefulSet", "apps/v1", StatefulSet.class);
        add("DaemonSet", "apps/v1", DaemonSet.class);
        add("ReplicaSet", "apps/v1", ReplicaSet.class);
        add("Pod", "v1", Pod.class);
        add("Job", "batch/v1", Job.class);
        add("CronJob", "batch/v1", CronJob.class);
        add("Service", "v1", Service.class);
        add("Ingress", "networking.k8s.io/v1", Ingress.class);
        add("NetworkPolicy", "networking.k8s.io/v1", NetworkPolicy.class);
        add("ConfigMap", "v1", ConfigMap.class);
        add("Secret", "v1", Secret.class);
        add("PersistentVolumeClaim", "v1", PersistentVolumeClaim.class);
        add("ServiceAccount", "v1", ServiceAccount.class);
        add("PodDisruptionBudget", "policy/v1", PodDisruptionBudget.class);
        KINDS.put(
                "HorizontalPodAutoscaler",
                Map.of(
                        "autoscaling/v1",
                        io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscaler.class,
                        "autoscaling/v2",
                        HorizontalPodAutoscaler.class));
    }

    private Kinds() {}

    private static void add(String kind, String apiVersion, Class<?> type) {
        KINDS.put(kind, Map.of(apiVersion, type));
    }

    /** The names of all kinds, the usual ones first. */
    public static List<String> names() {
        return List.copyOf(KINDS.sequencedKeySet());
    }

    /** The API versions of a kind; none when a template may not have it. */
    public static Set<String> apiVersions(String kind) {
        return KINDS.getOrDefault(kind, Map.of()).keySet();
    }

    static Optional<Structure> structure(String apiVersion, String kind) {
        return Optional.ofNullable(KINDS.getOrDefault(kind, Map.of()).get(apiVersion))
                .map(Structure::new);
    }
}
