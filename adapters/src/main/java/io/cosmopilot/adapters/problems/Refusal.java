package io.cosmopilot.adapters.problems;

/** Ends a call with a problem. */
public final class Refusal extends RuntimeException {

    private final Problem problem;
    private final transient Object[] arguments;

    public Refusal(Problem problem, Object... arguments) {
        super(problem.name());
        this.problem = problem;
        this.arguments = arguments.clone();
    }

    public Problem problem() {
        return problem;
    }

    Object[] arguments() {
        return arguments;
    }
}
