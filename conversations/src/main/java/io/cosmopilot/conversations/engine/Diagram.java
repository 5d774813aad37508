package io.cosmopilot.conversations.engine;

import java.util.ArrayList;
import java.util.List;

/** A flow drawn as a Mermaid state diagram. */
public final class Diagram {

    private static final String ENDS = "[*]";

    private final Flow flow;
    private final List<String> lines = new ArrayList<>(List.of("stateDiagram-v2"));

    private Diagram(Flow flow) {
        this.flow = flow;
    }

    /** The same text for the same flow. */
    public static String of(Flow flow) {
        Diagram diagram = new Diagram(flow);
        flow.steps().forEach(diagram::describe);
        for (int from = -1; from < flow.steps().size(); from++) {
            diagram.lead(from);
        }
        return String.join("\n", diagram.lines) + "\n";
    }

    private void describe(Step step) {
        String deed = switch (step) {
            case Question question -> question.freeText() ? "asks, in free words" : "asks";
            case Confirmation confirmation -> "shows the plan and asks for a yes";
            case Work work -> "has it done and waits";
        };
        lines.add("    " + step.name() + " : " + step.name() + " (" + deed + ")");
    }

    private void lead(int from) {
        Step step = from < 0 ? null : flow.steps().get(from);
        String begin = step == null ? ENDS : step.name();
        if (step instanceof Question question && question.isDeciding()) {
            edge(begin, flow.steps().getFirst().name(), "decided, from the first open question");
            return;
        }
        following(from, begin, label(step));
        if (step instanceof Confirmation confirmation) {
            confirmation.changeable().forEach(answer -> edge(begin, answer, "change"));
        }
    }

    /** To the next step, and past those that may not apply. */
    private void following(int from, String begin, String label) {
        int next = from + 1;
        while (next < flow.steps().size()) {
            Step step = flow.steps().get(next);
            boolean conditional = step instanceof Question question && question.isConditional();
            edge(begin, step.name(), conditional ? label + " [if it matters]" : label);
            if (!conditional) {
                return;
            }
            next++;
        }
        edge(begin, ENDS, label);
    }

    private static String label(@org.jspecify.annotations.Nullable Step step) {
        return switch (step) {
            case null -> "";
            case Question question -> "answered";
            case Confirmation confirmation -> "yes";
            case Work work ->
                work.awaited().stream()
                        .map(Class::getSimpleName)
                        .sorted()
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("done");
        };
    }

    private void edge(String from, String to, String label) {
        lines.add("    " + from + " --> " + to + (label.isBlank() ? "" : " : " + label.strip()));
    }
}
