package io.cosmopilot.conversations.understanding;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was spoken of last without anything being asked for: what "delete it" behind it is about. */
final class Topic {

    private final Roles roles;
    private Set<String> objects = Set.of();
    private boolean troubled;
    private int from;
    private int to;

    Topic(Roles roles) {
        this.roles = roles;
    }

    /** The clause, with what it leaves open taken from the one before; "restart it" has one meaning only, and needs nothing. */
    Clause takenUp(Clause clause, List<Piece> pieces) {
        boolean bound = clause.concepts().keySet().stream().anyMatch(roles::isBound)
                && !(troubled && clause.concepts().containsKey("called"))
                && pieces.stream().noneMatch(roles::isObject)
                && !objects.isEmpty()
                && to <= clause.from();
        Clause whole = bound ? clause.about(from, objects) : clause;
        remember(clause, pieces);
        return whole;
    }

    private void remember(Clause clause, List<Piece> pieces) {
        boolean named = pieces.stream().anyMatch(roles::isObject);
        boolean free = pieces.stream().noneMatch(piece -> roles.isAct(piece) || (piece.is("not") && !piece.is("lack")));
        if (pieces.stream().anyMatch(piece -> piece.is("purpose-is"))) {
            to = to > 0 ? clause.to() : 0;
        } else if (named && free) {
            objects = new TreeSet<>();
            pieces.forEach(piece -> piece.concepts().stream()
                    .filter(roles::isObject)
                    .filter(concept -> !concept.equals("application") && !concept.equals("an-application"))
                    .forEach(objects::add));
            troubled = pieces.stream().anyMatch(roles::isSupposition);
            from = clause.from();
            to = clause.to();
        } else if (pieces.stream().anyMatch(roles::isAct)) {
            objects = Set.of();
        }
    }
}
