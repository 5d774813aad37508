package io.cosmopilot.deploy;

import java.util.List;

/** L4 load balancing: the Services of applications, answered from caches. They are changed by releases. */
public interface L4Services {

    /** Those of an application, by name; none when the application is somebody else's. */
    List<L4Service> of(String person, String application);
}
