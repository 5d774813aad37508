package io.cosmopilot.conversations.understanding;

import java.util.Map;
import java.util.Set;

/** Concepts that together speak for an intent, those that speak against it, and what is thereby already answered. */
record Rule(
        Set<String> when,
        Set<String> unless,
        String first,
        double score,
        Map<String, String> sets,
        boolean harmless,
        boolean context) {

    static Rule of(Vocabulary data) {
        return new Rule(
                Set.copyOf(data.list("when")),
                Set.copyOf(data.list("unless")),
                data.string("first", ""),
                Double.parseDouble(data.string("score", "0.9")),
                data.part("set").strings(),
                Boolean.parseBoolean(data.string("harmless", "false")),
                Boolean.parseBoolean(data.string("context", "false")));
    }
}
