package io.cosmopilot.conversations.understanding;

import java.util.List;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** Who does a deed, by what is said before it: the person and the bot, or somebody else. */
final class Subject {

    private int unknown;
    private int others;
    private boolean forWhom;
    private boolean ours;
    private boolean let;
    private boolean will;

    private Subject() {}

    static Subject of(List<Piece> before) {
        Subject subject = new Subject();
        for (int i = 0; i < before.size(); i++) {
            subject.read(before.get(i), i == 0);
        }
        return subject;
    }

    private void read(Piece piece, boolean first) {
        // 给前端团队开个空间: whom it is for does not matter; nor does what "our lab" is.
        forWhom |= piece.is("for-whom");
        ours |= piece.is("ours");
        will |= piece.is("will");
        let |= piece.is("allow") || piece.is("want");
        // Whoever was spoken of: what comes behind a "please", or a "so", is asked of the bot.
        if (piece.is("plea") || piece.is("therefore")) {
            unknown = 0;
            others = 0;
            will = false;
            return;
        }
        if (!forWhom) {
            unknown += ours ? 0 : strangeness(piece, first);
            others += piece.is("a-somebody") || piece.is("third") ? 1 : 0;
        }
    }

    /** "The devs should deploy"; but 让用户能访问 is no deed of the users. */
    boolean isAnother(boolean deed) {
        return (will && !ours) || unknown > 0 || (others > 0 && (deed || !let));
    }

    /** A character that is left over at the beginning belongs to a name: 张把 shop 停了. */
    private static int strangeness(Piece piece, boolean first) {
        int strangeness = strangeness(piece);
        boolean rest = first && piece.kind() == Kind.HAN && piece.concepts().isEmpty();
        return rest ? Math.max(1, strangeness) : strangeness;
    }

    static int strangeness(Piece piece) {
        if (!piece.isSpoken() || !piece.concepts().isEmpty()) {
            return 0;
        }
        return piece.kind() == Kind.HAN ? piece.folded().length() / 2 : 1;
    }
}
