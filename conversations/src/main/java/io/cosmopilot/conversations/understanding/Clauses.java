package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.List;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** Cuts a message into clauses, and carries a "not", a "how" or an "if" as far as it reaches. */
final class Clauses {

    /** As long as "stop" and "halt". */
    private static final int SHOUT = 4;

    private final Message message;
    private final Roles roles;
    private final Topic topic;
    private final List<Clause> clauses = new ArrayList<>();
    private boolean reaching;
    private boolean told;

    private Clauses(Message message, Roles roles) {
        this.message = message;
        this.roles = roles;
        this.topic = new Topic(roles);
    }

    static List<Clause> of(Message message, Roles roles) {
        return new Clauses(message, roles).cut();
    }

    private List<Clause> cut() {
        List<Piece> pieces = message.pieces();
        boolean conditional = pieces.stream().anyMatch(roles::isOverallHedge)
                || isRefusedAtTheEnd(pieces)
                || isOnlyOnce(pieces)
                || isHadItBeen(pieces);
        int start = 0;
        for (int i = 0; i <= pieces.size(); i++) {
            boolean coordinated = i < pieces.size() && pieces.get(i).is("and");
            if (i == pieces.size() || coordinated || pieces.get(i).kind() == Kind.BREAK) {
                clause(start, i, conditional || (coordinated && isOnlyWhen(i)));
                reaching &= coordinated;
                start = i + 1;
            }
        }
        return clauses;
    }

    /** "Delete blog? No way": whoever ends with a refusal wants nothing done. */
    private static boolean isRefusedAtTheEnd(List<Piece> pieces) {
        boolean refused = false;
        for (Piece piece : pieces.reversed()) {
            if (piece.kind() == Kind.BREAK) {
                if (refused) {
                    return true;
                }
            } else if (piece.is("not-needed") && pieces.stream().anyMatch(Clauses::isRidding)) {
                return false;
            } else if (piece.is("not") || piece.is("never-mind")) {
                refused = true;
            } else if (!piece.isSkippable()
                    && !(refused && piece.concepts().stream().allMatch("a-manner"::equals))) {
                return false;
            }
        }
        return false;
    }

    /** "Should it fail, go back": a question would end as one. */
    private static boolean isHadItBeen(List<Piece> pieces) {
        return !pieces.isEmpty()
                && pieces.getFirst().is("had-it")
                && pieces.stream().anyMatch(piece -> piece.folded().equals(","))
                && pieces.stream().noneMatch(piece -> piece.folded().matches("[?？]"));
    }

    /** 流量下来了再停: first something else has to happen. */
    private boolean isOnlyOnce(List<Piece> pieces) {
        for (int i = 1; i < pieces.size(); i++) {
            if (pieces.get(i).is("only-then") && pieces.get(i - 1).is("done")) {
                return pieces.subList(0, i).stream().noneMatch(roles::isAct);
            }
        }
        return false;
    }

    /** 重启之后还是打不开: the restart is when, and nothing is asked for behind it. */
    private boolean isOnlyWhen(int connective) {
        List<Piece> pieces = message.pieces();
        return pieces.get(connective).is("afterwards")
                && pieces.subList(connective + 1, pieces.size()).stream().noneMatch(roles::isAct);
    }

    /** "Stop! I meant shop": who shouts first stops the bot, no application. */
    private boolean isInterjection(int from, int to) {
        return from == 0
                && to - from == 1
                && to < message.pieces().size() - 1
                && message.pieces().get(to).kind() == Kind.BREAK
                && message.pieces().get(from).is("stop")
                && message.pieces().get(from).folded().length() <= SHOUT;
    }

    private boolean isCoordinated(int from) {
        return from > 0 && !clauses.isEmpty() && message.pieces().get(from - 1).is("and");
    }

    private boolean isHedged(List<Piece> clause) {
        List<Piece> hedges = clause.stream().filter(roles::isHedge).toList();
        return !hedges.isEmpty()
                && !(isOrder(clause) && hedges.stream().allMatch(piece -> isDescription(piece, clause)));
    }

    /** It begins with the deed, courtesies aside. */
    private boolean isOrder(List<Piece> clause) {
        return clause.stream()
                .filter(piece -> !piece.isSkippable() && !piece.is("want"))
                .findFirst()
                .filter(piece -> piece.kind() == Kind.WORD && roles.isAct(piece))
                .isPresent();
    }

    /** "Delete the image I pushed yesterday": when it was pushed only says which one; but "restart did not help". */
    private boolean isDescription(Piece hedge, List<Piece> clause) {
        List<Piece> before = clause.subList(0, clause.indexOf(hedge));
        boolean own =
                before.stream().anyMatch(piece -> piece.is("subject")) && (hedge.is("advice") || hedge.is("reported"));
        return (hedge.is("past") || own)
                && !hedge.is("not")
                && clause.stream().noneMatch(piece -> piece.is("is") || piece.is("not") || piece.is("complaint"));
    }

    private void clause(int from, int to, boolean conditional) {
        if (from >= to) {
            return;
        }
        List<Piece> own = message.pieces().subList(from, to);
        boolean hedged = isHedged(own);
        boolean carried = reaching
                && own.stream().noneMatch(piece -> piece.is("want") || piece.is("ask-for-it"))
                && !(told && isOrder(own));
        boolean mayAct = !conditional && !hedged && !carried && !isInterjection(from, to);
        Clause clause = topic.takenUp(Clause.of(message, from, to, roles, mayAct), own);
        clauses.add(isCoordinated(from) ? clause.sharing(clauses.getLast(), roles) : clause);
        told = !carried && own.stream().noneMatch(Clauses::isRefusing) && isPastOnly(own);
        reaching = carried || (hedged && isReaching(own)) || own.stream().anyMatch(Clauses::isRefusing);
    }

    /**
     * "At night there is little to do, scale api down" and 域名不用了，摘掉: a time that something else has, and an object
     * that is not needed any more, are the reason for what follows, and not against it.
     */
    private boolean isReaching(List<Piece> clause) {
        List<Piece> hedges = clause.stream().filter(roles::isHedge).toList();
        boolean more =
                clause.stream().anyMatch(piece -> piece.isSpoken() && !roles.isHedge(piece) && !piece.isSkippable());
        return !(more && hedges.stream().allMatch(hedge -> hedge.is("some-time") || isNotNeeded(hedge, clause)));
    }

    /** "I bought a host yesterday, hook it up": who tells what was does not order it, and orders what follows. */
    private boolean isPastOnly(List<Piece> clause) {
        return clause.stream().filter(roles::isHedge).allMatch(hedge -> hedge.is("past"));
    }

    private boolean isNotNeeded(Piece hedge, List<Piece> clause) {
        return hedge.is("not-needed")
                && clause.subList(0, clause.indexOf(hedge)).stream().anyMatch(roles::isObject);
    }

    private static boolean isRefusing(Piece piece) {
        return piece.is("not") && !piece.is("lack");
    }

    /** 删掉，不用了: what is to go is not needed. */
    private static boolean isRidding(Piece piece) {
        return piece.is("delete") || piece.is("stop") || piece.is("release");
    }
}
