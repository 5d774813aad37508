package io.cosmopilot.templates.policy;

import java.util.List;
import java.util.Map;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.resources.Stage;
import io.cosmopilot.templates.schema.Kinds;
import io.cosmopilot.templates.values.Spelling;
import io.cosmopilot.templates.yaml.Excerpt;

/** Lets only known kinds of known API versions through; the others are refused here and looked at no further. */
public final class KindPolicy implements Stage {

    /** Kinds that people know and a tenant cannot have, with the reason. */
    private static final Map<String, String> REASONS = Map.of(
            "PodSecurityPolicy", "templates.kind.pod-security-policy",
            "Namespace", "templates.kind.namespace",
            "ResourceQuota", "templates.kind.namespace",
            "LimitRange", "templates.kind.namespace",
            "Role", "templates.kind.rights",
            "RoleBinding", "templates.kind.rights",
            "ClusterRole", "templates.kind.rights",
            "ClusterRoleBinding", "templates.kind.rights",
            "PersistentVolume", "templates.kind.volume",
            "StorageClass", "templates.kind.volume");

    @Override
    public List<Resource> pass(List<Resource> resources, Findings findings) {
        return resources.stream()
                .filter(resource -> isAllowed(resource, findings))
                .toList();
    }

    private static boolean isAllowed(Resource resource, Findings findings) {
        if (resource.kind().isEmpty() || resource.apiVersion().isEmpty()) {
            var missing = resource.kind().isEmpty() ? "kind" : "apiVersion";
            findings.complain(resource.place(), "templates.field.missing", missing);
            return false;
        }
        var versions = Kinds.apiVersions(resource.kind());
        if (versions.isEmpty()) {
            refuse(resource, findings);
        } else if (!versions.contains(resource.apiVersion())) {
            findings.complain(
                    resource.root().placeOf("apiVersion"),
                    "templates.api-version",
                    resource.kind(),
                    Excerpt.of(resource.apiVersion()),
                    String.join(", ", versions.stream().sorted().toList()));
        }
        return versions.contains(resource.apiVersion());
    }

    private static void refuse(Resource resource, Findings findings) {
        var kind = resource.kind();
        var place = resource.root().placeOf("kind");
        var reason = REASONS.get(kind);
        var nearest = Spelling.nearest(kind, Kinds.names());
        if (reason != null) {
            findings.complain(place, reason, kind);
        } else if (nearest.isPresent()) {
            findings.complain(place, "templates.kind.misspelt", Excerpt.of(kind), nearest.get());
        } else {
            findings.complain(place, "templates.kind.refused", Excerpt.of(kind), String.join(", ", Kinds.names()));
        }
    }
}
