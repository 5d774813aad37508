package io.cosmopilot.templates.checks;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.values.Names;
import io.cosmopilot.templates.yaml.Excerpt;
import io.cosmopilot.templates.yaml.Mapping;

/** Labels are well-formed, and a workload selects the pods that it makes. */
final class LabelsCheck implements Check {

    @Override
    public void check(Resource resource, Surroundings surroundings, Findings findings) {
        labels(resource.root().mapping("metadata", "labels"), findings);
        if (!resource.is("Pod")) {
            resource.podTemplate().ifPresent(template -> {
                labels(template.mapping("metadata", "labels"), findings);
                selected(resource.spec().mapping("selector", "matchLabels"), template, findings);
            });
        }
    }

    private static void labels(Mapping labels, Findings findings) {
        labels.fields().forEach((key, field) -> {
            if (!Names.isLabelKey(key)) {
                findings.complain(field.place(), "templates.label.key", Excerpt.of(key));
            }
            if (!Names.isLabelValue(labels.text(key))) {
                findings.complain(field.value().place(), "templates.label.value", key, Excerpt.of(labels.text(key)));
            }
        });
    }

    private static void selected(Mapping selector, Mapping template, Findings findings) {
        var labels = template.mapping("metadata", "labels");
        selector.fields().forEach((key, field) -> {
            if (!labels.text(key).equals(selector.text(key)) || !labels.has(key)) {
                findings.complain(field.place(), "templates.selector.labels", key + ": " + selector.text(key));
            }
        });
    }
}
