package io.cosmopilot.deploy.cluster;

/** The cluster did not do what it was asked to. */
public abstract sealed class ClusterException extends RuntimeException permits ClusterAway, Refusal {

    ClusterException(String message, Throwable cause) {
        super(message, cause);
    }

    ClusterException(String message) {
        super(message, null, false, false);
    }
}
