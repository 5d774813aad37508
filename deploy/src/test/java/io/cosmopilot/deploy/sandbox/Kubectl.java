package io.cosmopilot.deploy.sandbox;

import java.util.Objects;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import org.jspecify.annotations.Nullable;

/** What {@code kubectl rollout status} makes of a Deployment. */
final class Kubectl {

    private Kubectl() {}

    static boolean hasRolledOut(Deployment deployment) {
        DeploymentStatus status = deployment.getStatus();
        if (status == null
                || status.getObservedGeneration() == null
                || status.getObservedGeneration() < deployment.getMetadata().getGeneration()) {
            return false;
        }
        int updated = number(status.getUpdatedReplicas());
        return !Objects.equals(reason(deployment, "Progressing"), "ProgressDeadlineExceeded")
                && updated >= deployment.getSpec().getReplicas()
                && number(status.getReplicas()) <= updated
                && number(status.getAvailableReplicas()) >= updated;
    }

    static String reason(Deployment deployment, String type) {
        return condition(deployment, type).map(DeploymentCondition::getReason).orElse("");
    }

    static Optional<DeploymentCondition> condition(Deployment deployment, String type) {
        return Optional.ofNullable(deployment.getStatus()).stream()
                .flatMap(status -> status.getConditions().stream())
                .filter(condition -> condition.getType().equals(type))
                .findFirst();
    }

    private static int number(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
