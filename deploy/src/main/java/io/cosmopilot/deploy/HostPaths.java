package io.cosmopilot.deploy;

import java.util.Collection;
import java.util.List;

/**
 * The directories of the hosts that applications may mount, by approval: exactly these and only in the space for which
 * they were approved. What is in such a directory is mounted by {@code subPath}. All calls only read and write
 * PostgreSQL.
 */
public interface HostPaths {

    /** Those that the applications of a space may mount, by name. */
    List<String> of(String space);

    /** Whether an application of the space may mount it; differences such as a slash at the end do not count. */
    boolean permits(String space, String path);

    /** The path as it is kept, such as {@code /data} for {@code //data/}; as it is where it is none. */
    String normal(String path);

    /**
     * Why it cannot be asked for; empty when it can.
     *
     * @param asked what others are asking for at this time
     */
    List<Problem> check(String space, String path, Collection<String> asked);

    /**
     * Lets the applications of a space mount it, in the caller's transaction. Idempotent.
     *
     * @throws IllegalArgumentException when nobody may mount it, or one that it contains or is contained in was permitted
     */
    void permit(String space, String path, Requester requester);
}
