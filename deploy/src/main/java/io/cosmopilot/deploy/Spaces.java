package io.cosmopilot.deploy;

import java.util.List;
import java.util.Optional;

/** The image spaces that people were granted. All calls only read and write PostgreSQL. */
public interface Spaces {

    /** Whether a space of this name exists, is being provisioned, or the name is reserved. */
    boolean taken(String name);

    /**
     * Provisions a space in the caller's transaction: a job makes the namespace with its quota, policies and rights.
     * Ends with {@link SpaceReport.Provisioned}; each failed try is told by {@link SpaceReport.Failing}. Idempotent:
     * the same space for the same owner again changes its quota.
     */
    void provision(String name, Quota quota, Requester requester);

    /**
     * Has what a space consists of in the cluster made as it should be, in the caller's transaction. This is done from
     * time to time anyway.
     */
    void repair(String name);

    /** The provisioned spaces in which the person may deploy, oldest first. */
    List<Space> of(String person);

    Optional<Space> find(String name);

    /** The beginning of every image reference in a space, such as {@code registry.example.com/kstore/}. */
    String imagePrefix(String space);
}
