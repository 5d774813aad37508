package io.cosmopilot.templates.checks;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.values.Names;
import io.cosmopilot.templates.yaml.Excerpt;

/** Each object has a name of its own that the cluster accepts. */
final class NamesCheck implements Check {

    @Override
    public void check(Resource resource, Surroundings surroundings, Findings findings) {
        var metadata = resource.root().mapping("metadata");
        var name = resource.name();
        var place = metadata.placeOf("name");
        if (name.isEmpty()) {
            findings.complain(place, "templates.field.missing", "metadata.name");
        } else if (!isValid(resource)) {
            findings.complain(place, "templates.name", Excerpt.of(name), resource.kind());
        } else if (isRepeated(resource, surroundings)) {
            findings.complain(place, "templates.name.repeated", resource.kind(), name);
        }
    }

    private static boolean isValid(Resource resource) {
        return resource.is("Service") ? Names.isServiceName(resource.name()) : Names.isSubdomain(resource.name());
    }

    /** The first of them is right; the others are told. */
    private static boolean isRepeated(Resource resource, Surroundings surroundings) {
        return surroundings
                .find(resource.kind(), resource.name())
                .filter(first -> !first.equals(resource))
                .isPresent();
    }
}
