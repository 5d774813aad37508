package io.cosmopilot.deploy.builds;

import java.util.List;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;

/** A build that cannot succeed, with the reason for whoever wanted it. */
final class BuildException extends RuntimeException {

    private final transient Problem problem;

    BuildException(String code, String... arguments) {
        super(code + " " + List.of(arguments));
        problem = new Problem(
                "deploy.build." + code, List.of(arguments), null, List.of(Offer.EDIT, Offer.HUMAN), List.of());
    }

    BuildException because(Throwable cause) {
        initCause(cause);
        return this;
    }

    Problem problem() {
        return problem;
    }
}
