package io.cosmopilot.deploy.cluster;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which cluster is acted upon.
 *
 * @param cluster the sandbox in this process, or a Kubernetes of 1.20 or later
 * @param kubernetes how to reach it; read only with {@code cosmopilot.cluster=kubernetes}
 */
@ConfigurationProperties("cosmopilot")
record ClusterSettings(
        @DefaultValue("sandbox") Cluster cluster,
        @DefaultValue Kubernetes kubernetes) {

    enum Cluster {
        SANDBOX,
        KUBERNETES
    }

    /**
     * @param kubeconfig a file; without it the Pod's own ServiceAccount is used, never somebody's home directory
     * @param userPrefix put before usernames when the bot acts as a person, as an OpenID Connect prefix is, so that
     *     nobody who registers as {@code system:admin} becomes one
     */
    record Kubernetes(
            @Nullable Path kubeconfig,
            @DefaultValue("cosmopilot:") String userPrefix) {
        Kubernetes {
            if (userPrefix.isBlank()) {
                throw new IllegalArgumentException(
                        "cosmopilot.kubernetes.user-prefix must not be empty: usernames could be those of the cluster's own administrators");
            }
        }
    }
}
