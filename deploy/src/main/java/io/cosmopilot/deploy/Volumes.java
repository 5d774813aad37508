package io.cosmopilot.deploy;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The volumes of spaces. Questions are answered from caches; commands only write to PostgreSQL. */
public interface Volumes {

    /** Those in the person's spaces, by name. */
    List<Volume> of(String person);

    Optional<Volume> find(String person, String name);

    /** The storage classes to choose among; empty where the cluster's usual one is the only one. */
    List<String> classes();

    /**
     * Why a volume cannot be claimed like this; empty when it can.
     *
     * @param gib its size
     */
    List<Problem> check(String space, String name, int gib);

    /**
     * Has a volume made, in the caller's transaction. Told by {@link ErrandReport}. Idempotent by {@code id}.
     *
     * @param storageClass or null for the cluster's usual one
     */
    void claim(
            String id,
            String space,
            String name,
            int gib,
            @Nullable String storageClass,
            Volume.Mode mode,
            Requester requester);

    /**
     * Has a volume removed with everything in it. Told by {@link ErrandReport}: refused while an application uses it.
     */
    void release(String id, String space, String name, Requester requester);
}
