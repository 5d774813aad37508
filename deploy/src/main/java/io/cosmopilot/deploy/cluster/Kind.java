package io.cosmopilot.deploy.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

import io.cosmopilot.templates.Manifest;

/**
 * A kind of object that tenants may make, in the order in which an application is applied: what others refer to comes
 * first.
 */
public record Kind(String apiVersion, String name, String plural) {

    private static final List<Kind> ALL = List.of(
            new Kind("v1", "ServiceAccount", "serviceaccounts"),
            new Kind("v1", "Secret", "secrets"),
            new Kind("v1", "ConfigMap", "configmaps"),
            new Kind("v1", "PersistentVolumeClaim", "persistentvolumeclaims"),
            new Kind("v1", "Service", "services"),
            new Kind("apps/v1", "Deployment", "deployments"),
            new Kind("apps/v1", "StatefulSet", "statefulsets"),
            new Kind("apps/v1", "DaemonSet", "daemonsets"),
            new Kind("batch/v1", "Job", "jobs"),
            new Kind("batch/v1", "CronJob", "cronjobs"),
            new Kind("policy/v1", "PodDisruptionBudget", "poddisruptionbudgets"),
            new Kind("autoscaling/v1", "HorizontalPodAutoscaler", "horizontalpodautoscalers"),
            new Kind("autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers"),
            new Kind("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies"),
            new Kind("networking.k8s.io/v1", "Ingress", "ingresses"));

    private static final Map<String, String> OLDER = Map.of(
            "policy/v1 PodDisruptionBudget", "policy/v1beta1",
            "batch/v1 CronJob", "batch/v1beta1",
            "autoscaling/v2 HorizontalPodAutoscaler", "autoscaling/v2beta2");

    private static final List<Kind> OPERATORS = List.of(
            new Kind("v1", "Namespace", "namespaces"),
            new Kind("v1", "ResourceQuota", "resourcequotas"),
            new Kind("v1", "LimitRange", "limitranges"),
            new Kind("rbac.authorization.k8s.io/v1", "Role", "roles"),
            new Kind("rbac.authorization.k8s.io/v1", "RoleBinding", "rolebindings"));

    /** The kind of a tenant's object; empty for what tenants may not make. */
    public static Optional<Kind> of(Manifest manifest) {
        return find(ALL, manifest.apiVersion(), manifest.kind());
    }

    static Kind required(String apiVersion, String name) {
        return find(ALL, apiVersion, name)
                .or(() -> find(OPERATORS, apiVersion, name))
                .orElseThrow(() -> new IllegalArgumentException("no kind " + apiVersion + " " + name));
    }

    /** Its place in the order of applying; removing goes the other way. */
    public int order() {
        return ALL.indexOf(this);
    }

    /** The place of a kind by its name; -1 for what tenants may not make. */
    public static int order(String apiVersion, String name) {
        return find(ALL, apiVersion, name).map(Kind::order).orElse(-1);
    }

    private static Optional<Kind> find(List<Kind> kinds, String apiVersion, String name) {
        return kinds.stream()
                .filter(kind -> kind.apiVersion.equals(apiVersion) && kind.name.equals(name))
                .findFirst();
    }

    /** The same kind as servers of before serve it, with the same structure: 1.20 has no newer one. */
    Optional<Kind> older() {
        return Optional.ofNullable(OLDER.get(apiVersion + " " + name)).map(version -> new Kind(version, name, plural));
    }

    ResourceDefinitionContext context() {
        int slash = apiVersion.indexOf('/');
        return new ResourceDefinitionContext.Builder()
                .withGroup(slash < 0 ? "" : apiVersion.substring(0, slash))
                .withVersion(apiVersion.substring(slash + 1))
                .withKind(name)
                .withPlural(plural)
                .withNamespaced(!name.equals("Namespace"))
                .build();
    }
}
