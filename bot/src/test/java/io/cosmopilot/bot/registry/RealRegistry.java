package io.cosmopilot.bot.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Runs tests only where a Docker engine, its cluster and Debian's registry are there; unless they are required. */
class RealRegistry implements ExecutionCondition, ParameterResolver {

    static String docker() {
        return variable("COSMOPILOT_TEST_DOCKER_HOST").orElseThrow();
    }

    static String kubeconfig() {
        return variable("COSMOPILOT_TEST_KUBECONFIG").orElseThrow();
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (variable("COSMOPILOT_TEST_DOCKER_HOST").isPresent()
                && variable("COSMOPILOT_TEST_KUBECONFIG").isPresent()
                && installed()) {
            return ConditionEvaluationResult.enabled("registry, engine and cluster are there");
        }
        var missing =
                "COSMOPILOT_TEST_DOCKER_HOST, COSMOPILOT_TEST_KUBECONFIG or docker-registry on the PATH is missing:"
                        + " that a space grants is not proved here";
        if ("required".equals(System.getenv("COSMOPILOT_REAL_PARTS"))) {
            throw new IllegalStateException(missing);
        }
        System.out.println("SKIPPED " + context.getDisplayName() + ": " + missing);
        return ConditionEvaluationResult.disabled(missing);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stand.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RealRegistry.class))
                .computeIfAbsent(Stand.class, type -> stand(), Stand.class);
    }

    private static Stand stand() {
        try {
            return new Stand();
        } catch (Exception e) {
            throw new ParameterResolutionException("the stand could not be built", e);
        }
    }

    private static boolean installed() {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(directory -> Path.of(directory, "docker-registry"))
                .anyMatch(Files::isExecutable);
    }
}
