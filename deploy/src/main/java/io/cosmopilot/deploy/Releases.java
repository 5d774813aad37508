package io.cosmopilot.deploy;

import java.util.List;
import java.util.Optional;

/**
 * Brings applications to the cluster: plan, yes, apply, watch. All calls only read and write PostgreSQL, in the
 * caller's transaction; the work is done by jobs and told by {@link ReleaseReport}s.
 */
public interface Releases {

    /**
     * Plans a release: renders, adjusts, checks and dry-runs it. Told by {@link ReleaseReport.Planned} or
     * {@link ReleaseReport.Refused}.
     *
     * @param release the release's id, made by the caller; planning the same id again does nothing
     */
    void plan(String release, Order order, Requester requester);

    /**
     * Applies a planned release and watches it. Told by {@link ReleaseReport.Progressed} and in the end by
     * {@link ReleaseReport.Healthy} or {@link ReleaseReport.Failed}. Once: a second call does nothing. One release
     * of an application at a time; a second one is refused by {@link ReleaseReport.Refused}.
     */
    void apply(String release, Requester requester);

    /** Stops a release that is not finished; what was created stays. False when it was finished already. */
    boolean cancel(String release, Requester requester);

    /** The releases of an application that were applied, newest first; also of one that was removed. */
    List<Release> history(String space, String application);

    /** The release that the person applied last, of whatever application. */
    Optional<Release> latest(String person);
}
