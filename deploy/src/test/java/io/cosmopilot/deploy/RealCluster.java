package io.cosmopilot.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs tests only where a real cluster was named, and says so where none was; unless real parts are required. */
class RealCluster implements ExecutionCondition {

    static final String VARIABLE = "COSMOPILOT_TEST_KUBECONFIG";

    static Optional<String> kubeconfig() {
        return Optional.ofNullable(System.getenv(VARIABLE)).filter(file -> Files.isReadable(Path.of(file)));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (kubeconfig().isPresent()) {
            return ConditionEvaluationResult.enabled("a real cluster is named");
        }
        var missing = VARIABLE + " names no readable kubeconfig: what is proved on a real cluster is not proved here";
        if ("required".equals(System.getenv("COSMOPILOT_REAL_PARTS"))) {
            throw new IllegalStateException(missing);
        }
        System.out.println("SKIPPED " + context.getDisplayName() + ": " + missing);
        return ConditionEvaluationResult.disabled(missing);
    }
}
