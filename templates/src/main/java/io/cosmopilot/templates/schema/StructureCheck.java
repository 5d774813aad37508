package io.cosmopilot.templates.schema;

import java.util.List;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.resources.Stage;

/** Checks every field of every object against the structure of its kind. */
public final class StructureCheck implements Stage {

    @Override
    public List<Resource> pass(List<Resource> resources, Findings findings) {
        return resources.stream().map(resource -> check(resource, findings)).toList();
    }

    private static Resource check(Resource resource, Findings findings) {
        return Kinds.structure(resource.apiVersion(), resource.kind())
                .map(structure -> new Resource(new Walk(findings).structure(resource.root(), structure, Path.ROOT)))
                .orElse(resource);
    }
}
