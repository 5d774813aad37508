package io.cosmopilot.templates.migration;

import java.util.List;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.resources.Stage;
import io.cosmopilot.templates.yaml.Mapping;

/** Takes out what is not a template's to say: the namespace, and what a cluster had written into an object. */
public final class Tidying implements Stage {

    private static final List<String> OF_THE_SERVER = List.of(
            "creationTimestamp",
            "deletionTimestamp",
            "generation",
            "managedFields",
            "resourceVersion",
            "selfLink",
            "uid");

    @Override
    public List<Resource> pass(List<Resource> resources, Findings findings) {
        return resources.stream().map(resource -> tidy(resource, findings)).toList();
    }

    private static Resource tidy(Resource resource, Findings findings) {
        var root = resource.root().changed(metadata -> withoutNamespace(metadata, findings), "metadata");
        return new Resource(withoutServerFields(root, findings));
    }

    private static Mapping withoutNamespace(Mapping metadata, Findings findings) {
        metadata.scalar("namespace")
                .ifPresent(scalar -> findings.note(scalar.place(), "templates.changed.namespace", scalar.text()));
        return metadata.without("namespace");
    }

    private static Mapping withoutServerFields(Mapping root, Findings findings) {
        var tidied = root.without("status");
        for (var field : OF_THE_SERVER) {
            tidied = tidied.changed(metadata -> metadata.without(field), "metadata");
        }
        if (!tidied.equals(root)) {
            findings.note(root.place(), "templates.changed.server-fields");
        }
        return tidied;
    }
}
