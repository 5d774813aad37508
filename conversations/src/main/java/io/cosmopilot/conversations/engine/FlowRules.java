package io.cosmopilot.conversations.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the steps of a flow before anybody walks through it. */
final class FlowRules {

    private FlowRules() {}

    static List<String> faults(List<Step> steps) {
        List<String> faults = new ArrayList<>();
        Set<String> taken = new HashSet<>(Set.of(FlowMachine.START, FlowMachine.ROUTE, FlowMachine.DONE));
        Set<String> asked = new HashSet<>();
        for (Step step : steps) {
            if (!taken.add(step.name())) {
                faults.add("the name " + step.name() + " is taken");
            }
            if (step instanceof Question question) {
                question.earlier().stream()
                        .filter(earlier -> !asked.contains(earlier))
                        .forEach(earlier ->
                                faults.add(step.name() + " needs " + earlier + ", which is not asked before"));
                asked.add(step.name());
            }
            if (step instanceof Confirmation confirmation) {
                confirmation.changeable().stream()
                        .filter(answer -> !asked.contains(answer))
                        .forEach(answer -> faults.add(
                                step.name() + " offers to change " + answer + ", which is not asked before"));
            }
        }
        if (steps.isEmpty()) {
            faults.add("it has no steps");
        }
        return faults;
    }
}
