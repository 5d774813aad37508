package io.cosmopilot.deploy;

import java.util.List;

/** What becomes of a build. Published as application events; {@code id} is unique to each report. */
public sealed interface BuildReport {

    String id();

    Requester requester();

    String build();

    /** It moved on; at most one report every two seconds. */
    record Progressed(String id, Requester requester, String build, Stage stage, List<String> log)
            implements BuildReport {}

    /**
     * The image is in the space.
     *
     * @param reference with the tag
     * @param port on which it probably listens, 0 when nobody knows
     */
    record Built(
            String id, Requester requester, String build, String reference, String digest, int port, List<String> log)
            implements BuildReport {}

    record Failed(String id, Requester requester, String build, Problem problem, List<String> log)
            implements BuildReport {}

    /** How far a build is. */
    enum Stage {
        FETCHING,
        UNPACKING,
        BUILDING
    }
}
