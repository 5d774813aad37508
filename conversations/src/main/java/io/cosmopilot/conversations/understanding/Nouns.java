package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** Takes their force from deeds that are spoken of as things, or that only say which thing is meant. */
final class Nouns {

    private final Roles roles;

    Nouns(Roles roles) {
        this.roles = roles;
    }

    Message over(Message message) {
        List<Piece> pieces = new ArrayList<>(message.pieces());
        int clause = 0;
        for (int i = 0; i < pieces.size(); i++) {
            clause = pieces.get(i).kind() == Kind.BREAK ? i + 1 : clause;
            if (isTag(pieces, clause, i)) {
                pieces.set(i, pieces.get(i).standingFor(Set.of("question", "whether"), 1));
            } else if (isNoun(pieces, clause, i) || isKind(pieces, i) || isFinished(pieces, i)) {
                pieces.set(i, quiet(pieces.get(i)));
            } else if (isAttributive(pieces, clause, i)) {
                quietBefore(pieces, clause, i);
            }
        }
        return new Message(message.text(), message.pairs(), pieces, message.names());
    }

    /** "After the update it crashes" updates nothing; "do the update" does. */
    private boolean isNoun(List<Piece> pieces, int clause, int at) {
        Piece piece = pieces.get(at);
        return at > clause
                && roles.isDeed(piece)
                && piece.kind() == Kind.WORD
                && piece.folded().indexOf(' ') < 0
                && pieces.get(at - 1).kind() == Kind.WORD
                && pieces.get(at - 1).is("determiner")
                && pieces.subList(clause, at).stream().noneMatch(before -> before.is("carry-out") || before.is("want"));
    }

    /** 启动时间, "the stop button": a kind of time, a kind of button. */
    private boolean isKind(List<Piece> pieces, int at) {
        return at + 1 < pieces.size()
                && roles.isDeed(pieces.get(at))
                && pieces.get(at + 1).is("a-matter");
    }

    /** 跑起来没: at the end, a "not" asks. */
    private static boolean isTag(List<Piece> pieces, int clause, int at) {
        return at > clause
                && pieces.get(at).is("or-not")
                && (at + 1 == pieces.size() || pieces.get(at + 1).kind() == Kind.BREAK)
                && pieces.subList(clause, at).stream().noneMatch(piece -> piece.is("why"));
    }

    /** 配置改完了: it is done already. */
    private boolean isFinished(List<Piece> pieces, int at) {
        return at + 1 < pieces.size()
                && roles.isAct(pieces.get(at))
                && pieces.get(at + 1).is("finished");
    }

    /** 昨天部署的 blog: the deed says which one. */
    private boolean isAttributive(List<Piece> pieces, int clause, int at) {
        if (at == clause || !pieces.get(at).is("of-which") || !isDone(pieces.get(at - 1))) {
            return false;
        }
        return pieces.subList(at + 1, pieces.size()).stream()
                .filter(piece -> !piece.isSkippable())
                .findFirst()
                .filter(roles::isObject)
                .isPresent();
    }

    private boolean isDone(Piece piece) {
        return roles.isAct(piece) || piece.is("push");
    }

    private void quietBefore(List<Piece> pieces, int clause, int at) {
        for (int i = at - 1; i >= clause && (i == at - 1 || isAbout(pieces.get(i))); i--) {
            pieces.set(i, quiet(pieces.get(i)));
        }
    }

    private static boolean isAbout(Piece piece) {
        return piece.isSkippable()
                || piece.is("past")
                || piece.is("subject")
                || piece.is("a-somebody")
                || piece.is("reported");
    }

    private Piece quiet(Piece piece) {
        Set<String> concepts = new HashSet<>(piece.concepts());
        concepts.removeIf(concept -> roles.isAct(concept) || roles.isHedge(concept) || concept.equals("push"));
        concepts.add("a-word");
        return piece.standingFor(concepts, piece.weight());
    }
}
