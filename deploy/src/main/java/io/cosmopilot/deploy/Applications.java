package io.cosmopilot.deploy;

import java.util.List;
import java.util.Optional;

/** What runs, answered from caches and PostgreSQL without asking the cluster. */
public interface Applications {

    /** The applications the person may see, by name. Somebody else's are not among them. */
    List<Application> of(String person);

    /** The person's application of this name; empty as well when it is somebody else's. */
    Optional<Application> find(String person, String name);

    /** Whether a name is in use in a space. */
    boolean taken(String space, String name);
}
