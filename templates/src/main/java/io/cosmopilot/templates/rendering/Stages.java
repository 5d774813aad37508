package io.cosmopilot.templates.rendering;

import java.util.List;

import io.cosmopilot.templates.HostPathPolicy;
import io.cosmopilot.templates.checks.Consistency;
import io.cosmopilot.templates.migration.Migration;
import io.cosmopilot.templates.migration.Tidying;
import io.cosmopilot.templates.policy.IngressPolicy;
import io.cosmopilot.templates.policy.KindPolicy;
import io.cosmopilot.templates.policy.ServicePolicy;
import io.cosmopilot.templates.policy.WorkloadPolicy;
import io.cosmopilot.templates.resources.Stage;
import io.cosmopilot.templates.schema.StructureCheck;

/** The stages in the order in which a document passes them. */
final class Stages {

    private Stages() {}

    static List<Stage> all(HostPathPolicy hostPaths) {
        return List.of(
                new Tidying(),
                new Migration(),
                new KindPolicy(),
                new StructureCheck(),
                new Protocols(),
                new SecretKeeping(),
                new WorkloadPolicy(hostPaths),
                new ServicePolicy(),
                new IngressPolicy(),
                new Consistency());
    }
}
