package io.cosmopilot.templates;

import java.util.List;
import java.util.Map;

/** Plain Kubernetes manifests with places to be filled in, and the variables that fill them. */
public interface Template {

    /** A DNS label that is unique in the catalogue, such as {@code wordpress}. */
    String name();

    Bilingual title();

    Bilingual description();

    /** Every variable of the template, declared or found, in the order in which people are asked. */
    List<Variable> variables();

    /**
     * The values with those that were left out: defaults, and generated ones, which are others each time. Keep the
     * result to render the same again, as a second release of an application has to; it holds secrets.
     */
    Map<String, String> complete(Map<String, String> values);

    /**
     * Fills the places structurally (no value can change the shape of a document), rewrites API versions of long ago
     * and checks the result.
     *
     * @param values by variable name; what is missing takes its default or is generated
     * @param hostPaths what of the machines may be mounted
     */
    Rendering render(Map<String, String> values, HostPathPolicy hostPaths);

    /** As {@link #render(Map, HostPathPolicy)}, with nothing of the machines. */
    default Rendering render(Map<String, String> values) {
        return render(values, HostPathPolicy.NONE);
    }
}
