package io.cosmopilot.deploy.spaces;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.cluster.Cluster;
import io.cosmopilot.deploy.cluster.Ownership;
import io.cosmopilot.deploy.registry.OpenSpaces;
import io.cosmopilot.templates.Manifest;

/** What a space consists of in the cluster. */
@Component
class Tenancy {

    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final List<String> ALL = List.of("*");

    private static final String PULL = "cosmopilot-pull";

    private final Cluster cluster;
    private final OpenSpaces images;

    Tenancy(Cluster cluster, OpenSpaces images) {
        this.cluster = cluster;
        this.images = images;
    }

    /** Everything, in the order of making it: nobody gets rights before the limits stand. */
    List<Manifest> of(SpaceRow space) {
        var pull = images.pullConfiguration(space.name());
        return Stream.of(
                        Optional.of(namespace(space)),
                        Optional.of(quota(space)),
                        Optional.of(limits(space)),
                        Optional.of(isolation(space)),
                        pull.map(configuration -> pullSecret(space, configuration)),
                        Optional.of(serviceAccount(space, pull.isPresent())),
                        Optional.of(role(space)),
                        Optional.of(binding(space)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Manifest namespace(SpaceRow space) {
        return object("v1", "Namespace", space.namespace(), space, Map.of());
    }

    private static Manifest quota(SpaceRow space) {
        var hard = Map.of(
                "requests.cpu", String.valueOf(space.cpu()),
                "requests.memory", space.memoryGi() + "Gi",
                "requests.storage", space.storageGi() + "Gi");
        return object("v1", "ResourceQuota", "cosmopilot", space, Map.of("spec", Map.of("hard", hard)));
    }

    /** A container that says nothing gets little, so that the quota can count it. */
    private static Manifest limits(SpaceRow space) {
        var limit = Map.of(
                "type", "Container",
                "defaultRequest", Map.of("cpu", "100m", "memory", "128Mi"),
                "default", Map.of("cpu", "1", "memory", "512Mi"));
        return object("v1", "LimitRange", "cosmopilot", space, Map.of("spec", Map.of("limits", List.of(limit))));
    }

    /** Open to the space itself and to what is no tenant (such as an ingress controller), closed to other tenants. */
    private static Manifest isolation(SpaceRow space) {
        var noTenant = Map.of("matchExpressions", List.of(Map.of("key", Ownership.SPACE, "operator", "DoesNotExist")));
        var from = List.of(Map.of("podSelector", Map.of()), Map.of("namespaceSelector", noTenant));
        var spec = Map.of(
                "podSelector", Map.of(),
                "policyTypes", List.of("Ingress"),
                "ingress", List.of(Map.of("from", from)));
        return object("networking.k8s.io/v1", "NetworkPolicy", "cosmopilot-tenant", space, Map.of("spec", spec));
    }

    /** With it the nodes pull what the space's applications are made of. */
    private static Manifest pullSecret(SpaceRow space, String configuration) {
        var data = Map.of(
                ".dockerconfigjson",
                Base64.getEncoder().encodeToString(configuration.getBytes(StandardCharsets.UTF_8)));
        return object("v1", "Secret", PULL, space, Map.of("type", "kubernetes.io/dockerconfigjson", "data", data));
    }

    private static Manifest serviceAccount(SpaceRow space, boolean pulls) {
        var content = new LinkedHashMap<String, Object>();
        content.put("automountServiceAccountToken", false);
        if (pulls) {
            content.put("imagePullSecrets", List.of(Map.of("name", PULL)));
        }
        return object("v1", "ServiceAccount", "default", space, content);
    }

    private static Manifest role(SpaceRow space) {
        var rules = List.of(
                rule(
                        "",
                        List.of("secrets", "configmaps", "persistentvolumeclaims", "services", "serviceaccounts"),
                        ALL),
                rule("apps", List.of("deployments", "deployments/scale", "statefulsets", "statefulsets/scale"), ALL),
                rule("apps", List.of("daemonsets"), ALL),
                rule("apps", List.of("replicasets"), List.of("get", "list", "watch")),
                rule("batch", List.of("jobs", "cronjobs"), ALL),
                rule("policy", List.of("poddisruptionbudgets"), ALL),
                rule("autoscaling", List.of("horizontalpodautoscalers"), ALL),
                rule("networking.k8s.io", List.of("ingresses"), ALL),
                rule("", List.of("pods", "pods/log", "events", "resourcequotas"), List.of("get", "list", "watch")),
                rule("", List.of("pods"), List.of("delete")));
        return object(RBAC + "/v1", "Role", "cosmopilot-member", space, Map.of("rules", rules));
    }

    private Manifest binding(SpaceRow space) {
        var role = Map.of("apiGroup", RBAC, "kind", "Role", "name", "cosmopilot-member");
        var members = Map.of("apiGroup", RBAC, "kind", "Group", "name", cluster.group(space.name()));
        return object(
                RBAC + "/v1",
                "RoleBinding",
                "cosmopilot-member",
                space,
                Map.of("roleRef", role, "subjects", List.of(members)));
    }

    private static Map<String, List<String>> rule(String group, List<String> resources, List<String> verbs) {
        return Map.of("apiGroups", List.of(group), "resources", resources, "verbs", verbs);
    }

    private static Manifest object(
            String apiVersion, String kind, String name, SpaceRow space, Map<String, Object> content) {
        var labels = Map.of(Ownership.MANAGED_BY, Ownership.COSMOPILOT, Ownership.SPACE, space.name());
        var whole = new LinkedHashMap<String, @Nullable Object>();
        whole.put("apiVersion", apiVersion);
        whole.put("kind", kind);
        whole.put("metadata", Map.of("name", name, "labels", labels));
        whole.putAll(content);
        return new Manifest(whole);
    }
}
