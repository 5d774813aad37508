package io.cosmopilot.conversations.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A part of a sentence: what it speaks of, and how far it may be taken for an order. */
record Clause(int from, int to, Map<String, Double> concepts, double trust) {

    /** "I read that redis needs a volume" asks for none. */
    private static final double NO_ORDER = 0.7;

    static Clause of(Message message, int from, int to, Roles roles, boolean mayAct) {
        Map<String, Double> concepts = new HashMap<>();
        boolean negated = false;
        for (int i = from; i < to; i++) {
            Piece piece = message.pieces().get(i);
            negated |= piece.is("not");
            for (String concept : piece.concepts()) {
                if (!roles.isAct(concept) || (mayAct && !negated)) {
                    concepts.merge(concept, piece.weight(), Math::max);
                }
            }
        }
        roles.addKinds(concepts);
        if (isAsked(message.pieces().subList(from, to))) {
            concepts.put("asked", 1.0);
        }
        return new Clause(from, to, concepts, new Trust(message, from, to, roles).value() * (mayAct ? 1 : NO_ORDER));
    }

    /** "Is latest a good tag": it begins as a question does. */
    static boolean isAsked(List<Piece> clause) {
        return clause.stream()
                .filter(piece -> piece.is("inverted") || !piece.isSkippable())
                .findFirst()
                .filter(piece -> piece.is("inverted"))
                .isPresent();
    }

    /** How well the rule fits: nothing where a concept is missing. */
    double score(Rule rule, boolean acting) {
        double weight = 1;
        for (String concept : rule.when()) {
            weight = Math.min(weight, concepts.getOrDefault(concept, 0.0));
        }
        for (String concept : rule.unless()) {
            weight = concepts.containsKey(concept) ? 0 : weight;
        }
        return rule.score() * weight * (acting ? trust : 1);
    }
}
