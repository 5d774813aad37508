package io.cosmopilot.templates;

/** Which directories of the machines pods may mount ({@code hostPath}). */
@FunctionalInterface
public interface HostPathPolicy {

    /** None of them, as long as nobody has approved one. */
    HostPathPolicy NONE = path -> false;

    /** Any of them: whoever knows in which space it is going to run decides later. */
    HostPathPolicy LATER = path -> true;

    /** Whether a pod may mount it, as it is written. */
    boolean allows(String path);
}
