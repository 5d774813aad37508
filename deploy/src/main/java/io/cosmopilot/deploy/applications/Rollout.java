package io.cosmopilot.deploy.applications;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Health;

/**
 * How far a roll-out is, decided by the rules of {@code kubectl rollout status} in their order (kubectl 1.20,
 * {@code pkg/polymorphichelpers/rollout_status.go}), but that none of none is stopped.
 */
record Rollout(Verdict verdict, int ready, int wanted) {

    enum Verdict {
        WAIT,
        DONE,
        STOPPED,
        DEADLINE_EXCEEDED
    }

    Health health() {
        return switch (verdict) {
            case WAIT -> Health.PROGRESSING;
            case DONE -> Health.HEALTHY;
            case STOPPED -> Health.STOPPED;
            case DEADLINE_EXCEEDED -> Health.FAILED;
        };
    }

    static Rollout of(Deployment deployment) {
        int wanted = Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 1);
        var status = Optional.ofNullable(deployment.getStatus()).orElseGet(DeploymentStatus::new);
        var generation = deployment.getMetadata().getGeneration();
        return new Rollout(verdict(generation, wanted, status), number(status.getReadyReplicas()), wanted);
    }

    private static Verdict verdict(@Nullable Long generation, int wanted, DeploymentStatus status) {
        int updated = number(status.getUpdatedReplicas());
        if (behind(generation, status.getObservedGeneration())) {
            return Verdict.WAIT;
        }
        if (deadlineExceeded(status)) {
            return Verdict.DEADLINE_EXCEEDED;
        }
        if (updated < wanted || number(status.getReplicas()) > updated) {
            return Verdict.WAIT;
        }
        if (number(status.getAvailableReplicas()) < updated) {
            return Verdict.WAIT;
        }
        return done(wanted);
    }

    private static boolean deadlineExceeded(DeploymentStatus status) {
        List<DeploymentCondition> conditions = Objects.requireNonNullElse(status.getConditions(), List.of());
        return conditions.stream()
                .anyMatch(condition -> "Progressing".equals(condition.getType())
                        && "ProgressDeadlineExceeded".equals(condition.getReason()));
    }

    static Rollout of(StatefulSet set) {
        int wanted = Objects.requireNonNullElse(set.getSpec().getReplicas(), 1);
        var status = Optional.ofNullable(set.getStatus()).orElseGet(StatefulSetStatus::new);
        int ready = number(status.getReadyReplicas());
        boolean wait = behind(set.getMetadata().getGeneration(), status.getObservedGeneration())
                || ready < wanted
                || number(status.getReplicas()) > wanted
                || !Objects.equals(status.getUpdateRevision(), status.getCurrentRevision());
        return new Rollout(wait ? Verdict.WAIT : done(wanted), ready, wanted);
    }

    static Rollout of(DaemonSet set) {
        var status = Optional.ofNullable(set.getStatus()).orElseGet(DaemonSetStatus::new);
        int wanted = number(status.getDesiredNumberScheduled());
        boolean wait = behind(set.getMetadata().getGeneration(), status.getObservedGeneration())
                || number(status.getUpdatedNumberScheduled()) < wanted
                || number(status.getNumberAvailable()) < wanted;
        return new Rollout(wait ? Verdict.WAIT : done(wanted), number(status.getNumberReady()), wanted);
    }

    private static Verdict done(int wanted) {
        return wanted == 0 ? Verdict.STOPPED : Verdict.DONE;
    }

    private static boolean behind(@Nullable Long generation, @Nullable Long observed) {
        return observed == null || (generation != null && generation > observed);
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
