package io.cosmopilot.templates.policy;

import java.util.List;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.resources.Stage;
import io.cosmopilot.templates.yaml.Excerpt;

/** Keeps annotations from writing the configuration of the ingress controller that all share (CVE-2021-25742). */
public final class IngressPolicy implements Stage {

    @Override
    public List<Resource> pass(List<Resource> resources, Findings findings) {
        resources.stream()
                .filter(resource -> resource.is("Ingress"))
                .forEach(ingress -> ingress.root()
                        .mapping("metadata", "annotations")
                        .fields()
                        .forEach((key, field) -> {
                            if (key.endsWith("-snippet")) {
                                findings.complain(field.place(), "templates.policy.field", Excerpt.of(key));
                            }
                        }));
        return resources;
    }
}
