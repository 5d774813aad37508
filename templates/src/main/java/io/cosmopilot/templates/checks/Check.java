package io.cosmopilot.templates.checks;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;

/** Looks at one object among all those of its template. */
@FunctionalInterface
interface Check {

    void check(Resource resource, Surroundings surroundings, Findings findings);
}
