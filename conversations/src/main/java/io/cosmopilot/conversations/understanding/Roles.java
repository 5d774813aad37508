package io.cosmopilot.conversations.understanding;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which concepts are acts, which of them are deeds done to an application, and which take their force. */
final class Roles {

    private final Set<String> acts;
    private final Set<String> deeds;
    private final Set<String> hedges;
    private final Set<String> overall;

    Roles(Vocabulary data) {
        acts = new HashSet<>(data.list("acts"));
        deeds = new HashSet<>(data.list("deeds"));
        hedges = new HashSet<>(data.list("hedges"));
        overall = new HashSet<>(data.list("overall"));
    }

    boolean isAct(String concept) {
        return acts.contains(concept);
    }

    boolean isAct(Piece piece) {
        return piece.concepts().stream().anyMatch(acts::contains);
    }

    boolean isHedge(Piece piece) {
        return piece.concepts().stream().anyMatch(hedges::contains);
    }

    /** Takes the force of every deed in the message. */
    boolean isOverallHedge(Piece piece) {
        return piece.concepts().stream().anyMatch(overall::contains);
    }

    /** Rules can speak of any act and of any deed. */
    void addKinds(Map<String, Double> concepts) {
        boolean act = concepts.keySet().stream().anyMatch(acts::contains);
        boolean deed = concepts.keySet().stream().anyMatch(deeds::contains);
        if (act) {
            concepts.put("act", 1.0);
        }
        if (deed) {
            concepts.put("deed", 1.0);
        }
    }
}
