package io.cosmopilot.deploy.adjusting;

import java.io.Serial;
import java.util.List;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;

/** An adjustment that cannot be made, and why. */
final class Impossible extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    private Impossible(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    static Impossible because(String code, String... arguments) {
        return new Impossible(
                new Problem("deploy.adjust." + code, List.of(arguments), null, List.of(Offer.EDIT), List.of()));
    }

    Problem problem() {
        return problem;
    }
}
