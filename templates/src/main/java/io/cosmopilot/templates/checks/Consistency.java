package io.cosmopilot.templates.checks;

import java.util.List;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.resources.Stage;

/** Sends every object through every check. */
public final class Consistency implements Stage {

    private static final List<Check> CHECKS = List.of(
            new NamesCheck(),
            new LabelsCheck(),
            new ContainersCheck(),
            new ProbesCheck(),
            new VolumesCheck(),
            new ConfigurationsCheck(),
            new DataCheck(),
            new ServicesCheck(),
            new IngressesCheck());

    @Override
    public List<Resource> pass(List<Resource> resources, Findings findings) {
        var surroundings = new Surroundings(resources);
        resources.forEach(resource -> CHECKS.forEach(check -> check.check(resource, surroundings, findings)));
        return resources;
    }
}
