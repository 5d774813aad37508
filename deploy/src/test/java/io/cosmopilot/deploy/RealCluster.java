package io.cosmopilot.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Runs tests only where a real cluster was named, and says so where none was; unless real parts are required.
 * The application under test has the rights that are written down for it, and no others.
 */
public class RealCluster implements ExecutionCondition {

    static final String VARIABLE = "COSMOPILOT_TEST_KUBECONFIG";

    static Optional<String> kubeconfig() {
        return Optional.ofNullable(System.getenv(VARIABLE)).filter(file -> Files.isReadable(Path.of(file)));
    }

    /** Somebody who may do everything, for what tests do themselves. */
    public static KubernetesClient administrator() {
        return Administrator.CLIENT;
    }

    private static final class Administrator {
        static final KubernetesClient CLIENT = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(
                        Path.of(kubeconfig().orElseThrow()).toFile()))
                .build();
    }

    /** Gives the application the kubeconfig of an account with exactly its own rights, and counts its calls. */
    static class Rights implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var calls = new Calls();
            context.getBeanFactory().registerSingleton("calls", calls);
            SeenCalls.by(calls, context);
            var rights = OwnRights.grant(administrator());
            context.addApplicationListener((ContextClosedEvent closed) -> rights.revoke());
            TestPropertyValues.of("cosmopilot.kubernetes.kubeconfig=" + rights.kubeconfig())
                    .applyTo(context);
        }
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
