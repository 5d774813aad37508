package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.List;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** Cuts a message into clauses, and carries a "not", a "how" or an "if" as far as it reaches. */
final class Clauses {

    private final Message message;
    private final Roles roles;
    private final List<Clause> clauses = new ArrayList<>();
    private boolean reaching;

    private Clauses(Message message, Roles roles) {
        this.message = message;
        this.roles = roles;
    }

    static List<Clause> of(Message message, Roles roles) {
        return new Clauses(message, roles).cut();
    }

    private List<Clause> cut() {
        List<Piece> pieces = message.pieces();
        boolean conditional = pieces.stream().anyMatch(roles::isOverallHedge) || isRefusedAtTheEnd(pieces);
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
            } else if (piece.is("not") || piece.is("never-mind")) {
                refused = true;
            } else if (!piece.isSkippable()) {
                return false;
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

    private void clause(int from, int to, boolean conditional) {
        if (from >= to) {
            return;
        }
        List<Piece> own = message.pieces().subList(from, to);
        boolean hedged = own.stream().anyMatch(roles::isHedge);
        boolean carried = reaching && own.stream().noneMatch(piece -> piece.is("want"));
        boolean mayAct = !conditional && !hedged && !carried;
        clauses.add(Clause.of(message, from, to, roles, mayAct));
        reaching = carried || hedged || own.stream().anyMatch(piece -> piece.is("not"));
    }
}
