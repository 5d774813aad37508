package io.cosmopilot.templates.resources;

import java.util.List;

/** One stage on the way from filled documents to objects that can be applied. */
@FunctionalInterface
public interface Stage {

    /** The objects as they leave this stage; what is noticed goes to the findings. */
    List<Resource> pass(List<Resource> resources, Findings findings);
}
