package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.List;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** Cuts a text into words, single Chinese characters, quotations and punctuation. */
final class Tokens {

    private static final String BREAKS = ",，。；;!！?？\n\r…—|";
    private static final String JOINERS = "-._/:@'+%~";
    private static final String OPENING = "\"“”「『《`'";
    private static final String CLOSING = "\"””」』》`'";

    private final Utterance text;
    private final List<Pair> pairs;
    private final List<Piece> pieces = new ArrayList<>();

    private Tokens(Utterance text, List<Pair> pairs) {
        this.text = text;
        this.pairs = pairs;
    }

    static List<Piece> of(Utterance text, List<Pair> pairs) {
        return new Tokens(text, pairs).cut();
    }

    private List<Piece> cut() {
        int nextPair = 0;
        for (int i = 0; i < text.length(); ) {
            if (nextPair < pairs.size() && pairs.get(nextPair).start() == i) {
                i = add(Kind.PAIR, i, pairs.get(nextPair++).end());
            } else {
                i = token(i);
            }
        }
        return pieces;
    }

    private int token(int i) {
        int point = text.pointAt(i);
        if (BREAKS.indexOf(point) >= 0 || isFullStop(i)) {
            return add(Kind.BREAK, i, i + 1);
        }
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            return i + 1;
        }
        int quoted = closing(i);
        if (quoted > 0) {
            add(Kind.QUOTED, i + 1, quoted);
            return quoted + 1;
        }
        if (isHan(point)) {
            return add(Kind.HAN, i, i + Character.charCount(point));
        }
        return startsWord(i) ? word(i) : add(Kind.SYMBOL, i, i + Character.charCount(point));
    }

    /** At the end of a sentence, not in a host, a version or an abbreviation. */
    private boolean isFullStop(int i) {
        return text.at(i) == '.'
                && i > 0
                && (i + 1 == text.length() || text.at(i + 1) == '.' || Character.isWhitespace(text.at(i + 1)));
    }

    private int add(Kind kind, int start, int end) {
        pieces.add(Piece.plain(kind, start, end, text.folded(start, end)));
        return end;
    }

    private int word(int start) {
        int end = start;
        while (end < text.length() && inWord(start, end)) {
            end += Character.charCount(text.pointAt(end));
        }
        return add(Kind.WORD, start, end);
    }

    private boolean inWord(int start, int i) {
        if (isLetter(text.pointAt(i))) {
            return true;
        }
        char c = text.at(i);
        if (c == '\'' && isPossessive(i)) {
            return i == start;
        }
        return JOINERS.indexOf(c) >= 0 && (i == start || isLetterAt(i + 1) || isScheme(i));
    }

    private boolean isScheme(int i) {
        boolean colon = text.at(i) == ':' && isAt(i + 1, '/') && isAt(i + 2, '/');
        boolean slash = text.at(i) == '/' && (isAt(i - 1, ':') || (isAt(i - 1, '/') && isAt(i - 2, ':')));
        return colon || slash;
    }

    /** The {@code 's} of "blog's" is a piece of its own, in the data as in what people write. */
    private boolean isPossessive(int i) {
        return (isAt(i + 1, 's') || isAt(i + 1, 'S')) && !isLetterAt(i + 2);
    }

    private boolean startsWord(int i) {
        char c = text.at(i);
        return isLetter(text.pointAt(i))
                || (c == '/' && isLetterAt(i + 1))
                || (c == '\'' && isPossessive(i) && isLetterAt(i - 1));
    }

    /** The index of the closing quotation mark, or -1 where none opens here. */
    private int closing(int i) {
        int quote = OPENING.indexOf(text.at(i));
        if (quote < 0 || (text.at(i) == '\'' && isLetterAt(i - 1))) {
            return -1;
        }
        int last = Math.min(text.length(), i + Pairs.LONGEST_QUOTATION);
        for (int end = i + 1; end < last && text.at(end) != '\n'; end++) {
            if (text.at(end) == CLOSING.charAt(quote) && (text.at(end) != '\'' || !isLetterAt(end + 1))) {
                return end > i + 1 ? end : -1;
            }
        }
        return -1;
    }

    private boolean isAt(int i, char c) {
        return i >= 0 && i < text.length() && text.at(i) == c;
    }

    private boolean isLetterAt(int i) {
        return i >= 0 && i < text.length() && isLetter(text.pointAt(i));
    }

    private static boolean isLetter(int point) {
        return point == '_' || (Character.isLetterOrDigit(point) && !isHan(point));
    }

    static boolean isHan(int point) {
        return Character.isIdeographic(point);
    }
}
