package io.cosmopilot.templates.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import io.cosmopilot.templates.Complaint.Place;
import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.yaml.Mapping;

/**
 * The ConfigMaps, Secrets and claims that pods use are in the template, with the keys they use; those that are not are
 * left to the cluster, and the person is told.
 */
final class ConfigurationsCheck implements Check {

    @Override
    public void check(Resource resource, Surroundings surroundings, Findings findings) {
        var elsewhere = new HashSet<String>();
        for (var use : uses(resource)) {
            var used = surroundings.find(use.kind(), use.name());
            if (used.isPresent()) {
                key(use, used.get(), findings);
            } else if (elsewhere.add(use.kind() + "/" + use.name())) {
                findings.note(use.place(), "templates.note.elsewhere", use.kind(), use.name());
            }
        }
    }

    private static void key(Use use, Resource used, Findings findings) {
        if (!use.key().isEmpty() && !hasKey(used, use.key())) {
            findings.complain(use.place(), "templates.configuration.key", use.kind(), use.name(), use.key());
        }
    }

    private static boolean hasKey(Resource configuration, String key) {
        return configuration.root().mapping("data").has(key)
                || configuration.root().mapping("binaryData").has(key);
    }

    /** One reference; without a key when it means the whole. */
    private record Use(String kind, String name, String key, Place place) {}

    private static List<Use> uses(Resource resource) {
        var uses = new ArrayList<Use>();
        resource.containers().forEach(container -> {
            container.mappings("env").forEach(variable -> variable(variable.mapping("valueFrom"), uses));
            container.mappings("envFrom").forEach(from -> {
                use(from.mapping("configMapRef"), "ConfigMap", "name", uses);
                use(from.mapping("secretRef"), "Secret", "name", uses);
            });
        });
        resource.pod().ifPresent(pod -> pod.mappings("volumes").forEach(volume -> volume(volume, uses)));
        return uses;
    }

    private static void variable(Mapping from, List<Use> uses) {
        key(from.mapping("configMapKeyRef"), "ConfigMap", uses);
        key(from.mapping("secretKeyRef"), "Secret", uses);
    }

    private static void volume(Mapping volume, List<Use> uses) {
        files(volume.mapping("configMap"), "ConfigMap", "name", uses);
        files(volume.mapping("secret"), "Secret", "secretName", uses);
        use(volume.mapping("persistentVolumeClaim"), "PersistentVolumeClaim", "claimName", uses);
    }

    private static void files(Mapping source, String kind, String field, List<Use> uses) {
        use(source, kind, field, uses);
        if (isNeeded(source, field)) {
            source.mappings("items")
                    .forEach(
                            item -> uses.add(new Use(kind, source.text(field), item.text("key"), item.placeOf("key"))));
        }
    }

    private static void key(Mapping reference, String kind, List<Use> uses) {
        if (isNeeded(reference, "name")) {
            uses.add(new Use(kind, reference.text("name"), reference.text("key"), reference.placeOf("key")));
        }
    }

    private static void use(Mapping reference, String kind, String field, List<Use> uses) {
        if (isNeeded(reference, field)) {
            uses.add(new Use(kind, reference.text(field), "", reference.placeOf(field)));
        }
    }

    private static boolean isNeeded(Mapping reference, String field) {
        return !reference.text(field).isEmpty() && !reference.text("optional").equals("true");
    }
}
