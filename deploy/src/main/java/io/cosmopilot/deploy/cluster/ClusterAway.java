package io.cosmopilot.deploy.cluster;

/** The cluster did not answer, or not now: asking again later may help. */
public final class ClusterAway extends ClusterException {

    ClusterAway(String attempted, Throwable cause) {
        super(attempted + ": the cluster does not answer", cause);
    }
}
