package io.cosmopilot.deploy;

/**
 * Brings applications to the cluster: plan, yes, apply, watch. All calls only read and write PostgreSQL, in the
 * caller's transaction; the work is done by jobs and told by {@link ReleaseReport}s.
 */
public interface Releases {

    /**
     * Plans a release: renders, checks and dry-runs it. Told by {@link ReleaseReport.Planned} or
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
}
