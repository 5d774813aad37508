package io.cosmopilot.deploy.cluster;

/** The cluster did not answer, or not now: asking again later may help. */
public final class ClusterAway extends ClusterException {

    /** Where it was noticed says nothing, and it is noticed again with each try. */
    ClusterAway(String attempted, Throwable cause) {
        super("%s: the cluster does not answer: %s".formatted(attempted, cause.getMessage()));
    }
}
