package io.cosmopilot.templates.migration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.resources.Stage;
import io.cosmopilot.templates.yaml.Mapping;

/**
 * Rewrites removed API versions to those that stay, by the deprecation guide of Kubernetes. Which of two versions of
 * the same structure a server of some age serves is not decided here.
 */
public final class Migration implements Stage {

    private static final String APPS = "apps/v1";
    private static final String NETWORKING = "networking.k8s.io/v1";
    private static final List<String> OLD_APPS = List.of("apps/v1beta1", "apps/v1beta2", "extensions/v1beta1");
    private static final Map<String, Successor> SUCCESSORS = new HashMap<>();

    static {
        for (var old : OLD_APPS) {
            SUCCESSORS.put(old + "/Deployment", new Successor(APPS, Workloads::deployment));
            SUCCESSORS.put(old + "/ReplicaSet", new Successor(APPS, Rewriting.NONE));
            SUCCESSORS.put(old + "/DaemonSet", new Successor(APPS, Workloads::daemonSet));
            SUCCESSORS.put(old + "/StatefulSet", new Successor(APPS, Rewriting.NONE));
        }
        SUCCESSORS.put("extensions/v1beta1/Ingress", new Successor(NETWORKING, Ingresses::rewrite));
        SUCCESSORS.put("networking.k8s.io/v1beta1/Ingress", new Successor(NETWORKING, Ingresses::rewrite));
        SUCCESSORS.put("extensions/v1beta1/NetworkPolicy", new Successor(NETWORKING, Rewriting.NONE));
        SUCCESSORS.put("batch/v2alpha1/CronJob", new Successor("batch/v1", Rewriting.NONE));
        SUCCESSORS.put("batch/v1beta1/CronJob", new Successor("batch/v1", Rewriting.NONE));
        SUCCESSORS.put("policy/v1beta1/PodDisruptionBudget", new Successor("policy/v1", Rewriting.NONE));
        SUCCESSORS.put(
                "autoscaling/v2beta1/HorizontalPodAutoscaler", new Successor("autoscaling/v2", Autoscalers::rewrite));
        SUCCESSORS.put("autoscaling/v2beta2/HorizontalPodAutoscaler", new Successor("autoscaling/v2", Rewriting.NONE));
    }

    /** What follows an API version that was removed. */
    private record Successor(String apiVersion, Rewriting rewriting) {}

    @Override
    public List<Resource> pass(List<Resource> resources, Findings findings) {
        return resources.stream()
                .map(resource -> migrate(resource, findings))
                .map(resource -> new Resource(Selectors.complete(resource, findings)))
                .toList();
    }

    private static Resource migrate(Resource resource, Findings findings) {
        var successor = SUCCESSORS.get(resource.apiVersion() + "/" + resource.kind());
        if (successor == null) {
            return resource;
        }
        Mapping root = resource.root();
        findings.note(
                root.placeOf("apiVersion"),
                "templates.changed.api-version",
                resource.kind(),
                resource.apiVersion(),
                successor.apiVersion());
        return new Resource(successor.rewriting().rewrite(root.with("apiVersion", successor.apiVersion()), findings));
    }
}
