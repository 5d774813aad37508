package io.cosmopilot.templates.migration;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.yaml.Mapping;

/** Changes the structure of an object to that of a newer API version. */
@FunctionalInterface
interface Rewriting {

    /** Nothing but the version differs. */
    Rewriting NONE = (root, findings) -> root;

    Mapping rewrite(Mapping root, Findings findings);
}
