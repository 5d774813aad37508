package io.cosmopilot.conversations.understanding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** What a piece stands for by its looks and by the names that exist: a host, a number, an application. */
final class Looks {

    private final Script script;
    private final Names names;
    private final boolean inChinese;

    Looks(List<Piece> pieces, Script script, Names names) {
        this.script = script;
        this.names = names;
        this.inChinese = pieces.stream().anyMatch(piece -> piece.kind() == Kind.HAN);
    }

    Piece at(Piece piece) {
        Set<String> more = new HashSet<>(names.standFor(piece));
        if (piece.kind() == Kind.WORD && piece.concepts().isEmpty()) {
            addForm(piece, more);
        }
        if (more.isEmpty()) {
            return piece;
        }
        more.addAll(piece.concepts());
        return piece.standingFor(Set.copyOf(more), piece.weight());
    }

    private void addForm(Piece piece, Set<String> more) {
        if (script.number(piece.folded()).isPresent()) {
            more.add("number");
        } else if (Shape.HOST.fits(piece, script, false)) {
            more.add("a-host");
        } else if (Shape.SIZE.fits(piece, script, false)) {
            more.add("size");
        } else if (Shape.IMAGE.fits(piece, script, false)) {
            more.add("an-image");
        } else if (inChinese && Shape.NAME.fits(piece, script, false)) {
            // Among Chinese words a foreign one is nearly always a name.
            more.add("a-stranger");
        }
    }
}
