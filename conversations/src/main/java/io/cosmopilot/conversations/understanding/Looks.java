package io.cosmopilot.conversations.understanding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** What a piece stands for by its looks and by the names that exist: a host, a number, an application. */
final class Looks {

    /** The name of an exception, or a moment as a log has it. */
    private static final Pattern PASTED = Pattern.compile(
            "[a-z0-9_.$]{2,200}(?:exception|[a-z]error):?|[0-9]{4}-[0-9]{2}-[0-9]{2}t[0-9]{2}:[0-9:.+z-]{2,30}");

    /** How something is done: who does it is said by other words. */
    private static final Pattern MANNER = Pattern.compile("[a-z]{3,20}ly");

    private static final Pattern VERSION =
            Pattern.compile("v?[0-9]{1,5}(?:\\.[0-9]{1,5}){1,3}(?:-[a-z0-9.]{1,20})?|v[0-9]{1,5}");

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
        } else if (PASTED.matcher(piece.folded()).matches()) {
            more.add("pasted");
        } else if (!inChinese && MANNER.matcher(piece.folded()).matches()) {
            more.add("a-manner");
        } else if (VERSION.matcher(piece.folded()).matches()) {
            more.add("a-version");
        } else if (Shape.HOST.fits(piece, script, false)) {
            more.add("a-host");
        } else if (Shape.SIZE.fits(piece, script, false)) {
            more.add("size");
        } else if (Shape.PATH.fits(piece, script, false)) {
            more.add("a-path");
        } else if (Shape.IMAGE.fits(piece, script, false)) {
            more.add("an-image");
        } else if (inChinese && Shape.NAME.fits(piece, script, false)) {
            // Among Chinese words a foreign one is nearly always a name.
            more.add("a-stranger");
        }
    }
}
