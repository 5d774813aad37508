package io.cosmopilot.deploy.sandbox.store;

import java.util.List;
import java.util.Optional;

import static io.cosmopilot.deploy.sandbox.store.Kind.Trait.SCALE;
import static io.cosmopilot.deploy.sandbox.store.Kind.Trait.STATUS;
import static io.cosmopilot.deploy.sandbox.store.Kind.clusterWide;
import static io.cosmopilot.deploy.sandbox.store.Kind.namespaced;

/** Every kind that the sandbox serves. */
public final class Kinds {

    public static final Kind NAMESPACE = clusterWide("", "v1", "Namespace", "namespaces", STATUS);
    public static final Kind NODE = clusterWide("", "v1", "Node", "nodes", STATUS);
    public static final Kind POD = namespaced("", "v1", "Pod", "pods", STATUS);
    public static final Kind SERVICE = namespaced("", "v1", "Service", "services", STATUS);
    public static final Kind ENDPOINTS = namespaced("", "v1", "Endpoints", "endpoints");
    public static final Kind CONFIG_MAP = namespaced("", "v1", "ConfigMap", "configmaps");
    public static final Kind SECRET = namespaced("", "v1", "Secret", "secrets");
    public static final Kind SERVICE_ACCOUNT = namespaced("", "v1", "ServiceAccount", "serviceaccounts");
    public static final Kind EVENT = namespaced("", "v1", "Event", "events");
    public static final Kind RESOURCE_QUOTA = namespaced("", "v1", "ResourceQuota", "resourcequotas", STATUS);
    public static final Kind LIMIT_RANGE = namespaced("", "v1", "LimitRange", "limitranges");
    public static final Kind CLAIM = namespaced("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims", STATUS);
    public static final Kind DEPLOYMENT = namespaced("apps", "v1", "Deployment", "deployments", STATUS, SCALE);
    public static final Kind REPLICA_SET = namespaced("apps", "v1", "ReplicaSet", "replicasets", STATUS, SCALE);
    public static final Kind STATEFUL_SET = namespaced("apps", "v1", "StatefulSet", "statefulsets", STATUS, SCALE);
    public static final Kind DAEMON_SET = namespaced("apps", "v1", "DaemonSet", "daemonsets", STATUS);
    public static final Kind JOB = namespaced("batch", "v1", "Job", "jobs", STATUS);
    public static final Kind INGRESS = namespaced("networking.k8s.io", "v1", "Ingress", "ingresses", STATUS);
    public static final Kind DISRUPTION_BUDGET =
            namespaced("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets", STATUS);
    public static final Kind STORAGE_CLASS = clusterWide("storage.k8s.io", "v1", "StorageClass", "storageclasses");
    public static final Kind CLUSTER_ROLE =
            clusterWide("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles");
    public static final Kind CLUSTER_ROLE_BINDING =
            clusterWide("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings");
    public static final Kind ROLE_BINDING =
            namespaced("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings");

    private static final List<Kind> ALL = List.of(
            NAMESPACE,
            NODE,
            POD,
            SERVICE,
            ENDPOINTS,
            CONFIG_MAP,
            SECRET,
            SERVICE_ACCOUNT,
            EVENT,
            RESOURCE_QUOTA,
            LIMIT_RANGE,
            CLAIM,
            DEPLOYMENT,
            REPLICA_SET,
            STATEFUL_SET,
            DAEMON_SET,
            JOB,
            namespaced("batch", "v1", "CronJob", "cronjobs", STATUS),
            namespaced("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", STATUS),
            INGRESS,
            clusterWide("networking.k8s.io", "v1", "IngressClass", "ingressclasses"),
            namespaced("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies"),
            DISRUPTION_BUDGET,
            STORAGE_CLASS,
            namespaced("rbac.authorization.k8s.io", "v1", "Role", "roles"),
            ROLE_BINDING,
            CLUSTER_ROLE,
            CLUSTER_ROLE_BINDING);

    private Kinds() {}

    public static List<Kind> all() {
        return ALL;
    }

    /** The kind under this group, version and plural name, if it is served. */
    public static Optional<Kind> at(String group, String version, String plural) {
        return ALL.stream()
                .filter(kind -> kind.group().equals(group)
                        && kind.version().equals(version)
                        && kind.plural().equals(plural))
                .findFirst();
    }

    static Optional<Kind> qualified(String qualified) {
        return ALL.stream().filter(kind -> kind.qualified().equals(qualified)).findFirst();
    }
}
