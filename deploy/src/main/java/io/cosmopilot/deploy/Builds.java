package io.cosmopilot.deploy;

import java.util.List;
import java.util.Optional;

/**
 * Makes images from source. Calls only read and write PostgreSQL, but for {@link #detect}, which looks at bytes; the work
 * is done by jobs and told by {@link BuildReport}s.
 */
public interface Builds {

    /** Whether images can be made from source at all, and whether a Dockerfile can be built. */
    Ability ability();

    /** What code can be put on, by name. */
    List<Base> bases();

    /** What a file that was handed in seems to be; empty when nobody can tell. */
    Optional<Detected> detect(String name, byte[] content);

    /** Why code cannot be fetched from there: no http(s), a host that is not allowed. Nothing is connected to. */
    Optional<Problem> objection(BuildOrder.Source source);

    /** Builds, in the caller's transaction. The same id again does nothing. */
    void start(String build, BuildOrder order, Requester requester);

    /** Stops a build; false when it was finished already. */
    boolean cancel(String build, Requester requester);

    /** What is switched on. */
    enum Ability {
        NOTHING,
        ARTEFACTS,
        DOCKERFILES
    }

    /**
     * A base image.
     *
     * @param id such as {@code java-21}
     * @param language such as {@code java}
     * @param port on which its programs usually listen
     */
    record Base(String id, String language, String version, String image, int port) {}

    /**
     * What code seems to be.
     *
     * @param language of a {@link Base}, or {@code dockerfile}
     * @param start how it would be started, for people
     */
    record Detected(String language, String start) {}
}
