package io.cosmopilot.conversations.engine;

import java.util.HashSet;
import java.util.Set;

/** Which answers hang on which, for tests outside the engine. */
public final class Dependence {

    private Dependence() {}

    /** Those of the names that are questions of the flow, and depend on none of the others. */
    public static Set<String> roots(Flow flow, Set<String> names) {
        Set<String> roots = new HashSet<>();
        for (String name : names) {
            flow.question(name)
                    .filter(question -> question.name().equals(name))
                    .filter(question ->
                            earlier(flow, question, new HashSet<>()).stream().noneMatch(names::contains))
                    .ifPresent(question -> roots.add(name));
        }
        return roots;
    }

    private static Set<String> earlier(Flow flow, Question question, Set<String> found) {
        for (String name : question.earlier()) {
            if (found.add(name)) {
                flow.question(name).ifPresent(other -> earlier(flow, other, found));
            }
        }
        return found;
    }
}
