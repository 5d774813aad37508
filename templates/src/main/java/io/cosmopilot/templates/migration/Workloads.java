package io.cosmopilot.templates.migration;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.yaml.Mapping;

/** What {@code apps/v1} no longer knows. */
final class Workloads {

    private Workloads() {}

    static Mapping deployment(Mapping root, Findings findings) {
        return without(root, "rollbackTo", findings);
    }

    static Mapping daemonSet(Mapping root, Findings findings) {
        return without(root, "templateGeneration", findings);
    }

    private static Mapping without(Mapping root, String field, Findings findings) {
        var spec = root.mapping("spec");
        if (spec.has(field)) {
            findings.note(spec.placeOf(field), "templates.changed.field-removed", "spec." + field);
        }
        return root.changed(each -> each.without(field), "spec");
    }
}
