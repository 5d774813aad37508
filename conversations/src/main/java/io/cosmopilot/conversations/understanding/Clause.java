package io.cosmopilot.conversations.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part of a sentence: what it speaks of, and how far it may be taken for an order. */
record Clause(int from, int to, Map<String, Double> concepts, Map<String, Integer> places, double trust) {

    /** "I read that redis needs a volume" asks for none. */
    private static final double NO_ORDER = 0.7;

    static Clause of(Message message, int from, int to, Roles roles, boolean mayAct) {
        Map<String, Double> concepts = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        List<Piece> pieces = message.pieces().subList(from, to);
        boolean negated = false;
        boolean refused = false;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            negated = piece.is("not") || (negated && !piece.is("but-rather"));
            refused = (piece.is("not") && !piece.is("lack")) || (refused && !piece.is("but-rather"));
            for (String concept : piece.concepts()) {
                boolean denied = refused && roles.isDeniable(concept);
                boolean said =
                        roles.isAct(concept) ? mayAct && !negated : !denied && !isSupposed(concept, i, pieces, roles);
                if (said) {
                    concepts.merge(concept, piece.weight(), Math::max);
                    places.putIfAbsent(concept, i);
                }
            }
        }
        if (!mayAct && pieces.stream().anyMatch(roles::isDeed)) {
            concepts.put("spoken-of", 1.0);
        }
        roles.addKinds(concepts);
        if (isAsked(message, from, to)) {
            concepts.put("asked", 1.0);
        }
        double trust = new Trust(message, from, to, roles).value() * (mayAct ? 1 : NO_ORDER);
        return new Clause(from, to, concepts, places, trust);
    }

    /** "If it crashes" does not say that it does; 的话 stands behind what is supposed. */
    private static boolean isSupposed(String concept, int at, List<Piece> clause, Roles roles) {
        return roles.isSupposition(concept)
                && (clause.subList(0, at).stream().anyMatch(piece -> piece.is("if"))
                        || clause.subList(at, clause.size()).stream().anyMatch(piece -> piece.is("supposed")));
    }

    /** 卷不用了，释放掉: what the clause before speaks of is what this one is about. */
    Clause about(int start, Set<String> objects) {
        Map<String, Double> all = new HashMap<>(concepts);
        objects.forEach(object -> all.putIfAbsent(object, 1.0));
        return new Clause(start, to, all, places, trust);
    }

    /** "Create a volume and a configmap": the deed is meant of both. */
    Clause sharing(Clause before, Roles roles) {
        boolean own = concepts.keySet().stream().anyMatch(roles::isAct);
        boolean shared = concepts.keySet().stream().anyMatch(roles::isShared)
                && before.concepts.keySet().stream().anyMatch(roles::isShared);
        if (own || !shared || before.to != from - 1) {
            return this;
        }
        Map<String, Double> all = new HashMap<>(concepts);
        before.concepts.forEach((concept, weight) -> {
            if (roles.isAct(concept) || concept.equals("want")) {
                all.putIfAbsent(concept, weight);
            }
        });
        return new Clause(from, to, all, places, Math.min(trust, before.trust));
    }

    /** "Is latest a good tag": it begins as a question does; but "we are students and would like a space". */
    static boolean isAsked(Message message, int from, int to) {
        List<Piece> clause = message.pieces().subList(from, to);
        boolean goesOn = from > 0 && message.pieces().get(from - 1).is("and");
        return !isDo(clause)
                && !(goesOn && isWould(clause))
                && clause.stream()
                        .filter(piece -> piece.is("inverted") || piece.is("subject") || !piece.isSkippable())
                        .findFirst()
                        .filter(piece -> piece.is("inverted"))
                        .isPresent();
    }

    private static boolean isWould(List<Piece> clause) {
        return clause.getFirst().is("modal")
                && (clause.size() < 2 || !clause.get(1).is("subject"));
    }

    /** "Do a restart" asks nothing. */
    private static boolean isDo(List<Piece> clause) {
        return clause.size() > 1
                && clause.getFirst().is("carry-out")
                && (clause.get(1).is("article") || clause.get(1).is("determiner"));
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
        return isInOrder(rule) ? rule.score() * weight * (acting ? trust : 1) : 0;
    }

    /** Who needs a database wants one; what a database needs is another matter. */
    private boolean isInOrder(Rule rule) {
        int first = places.getOrDefault(rule.first(), 0);
        return rule.first().isEmpty()
                || rule.when().stream().allMatch(concept -> places.getOrDefault(concept, first) >= first);
    }
}
