package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds keys with values: any key before an equals sign, a known one before a colon. */
final class Pairs {

    static final int LONGEST_QUOTATION = 300;
    private static final String OPENING = "\"'“”「『";
    private static final String CLOSING = "\"'””」』";
    private static final String ENDS = "，。；！？、";
    private static final String NOT_BEFORE = "?&=!<>";
    private static final int LONGEST_KEY = 40;

    private final Utterance text;
    private final Set<String> known;
    private final List<Pair> found = new ArrayList<>();

    private Pairs(Utterance text, Set<String> known) {
        this.text = text;
        this.known = known;
    }

    static List<Pair> in(Utterance text, Set<String> known) {
        return new Pairs(text, known).find();
    }

    private List<Pair> find() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.at(i);
            if (c == '=' || c == ':' || c == '：') {
                i = Math.max(i, pairAround(i, c == '='));
            }
        }
        return found;
    }

    /** The index of the pair's last character, or -1 where this sign joins no pair. */
    private int pairAround(int sign, boolean equals) {
        int keyEnd = skipBack(sign);
        int keyStart = keyStart(keyEnd, equals);
        int valueStart = skip(sign + 1);
        if (keyStart < 0 || valueStart >= text.length() || text.at(valueStart) == '=' || isScheme(sign, valueStart)) {
            return -1;
        }
        int quote = OPENING.indexOf(text.at(valueStart));
        int close = quote < 0 ? -1 : indexOf(CLOSING.charAt(quote), valueStart + 1);
        return close > 0 ? add(keyStart, keyEnd, valueStart + 1, close, close + 1) : bare(keyStart, keyEnd, valueStart);
    }

    private int bare(int keyStart, int keyEnd, int valueStart) {
        int end = valueStart;
        while (end < text.length() && !isEnd(text.at(end))) {
            end++;
        }
        boolean listed = end - 1 > valueStart && (text.at(end - 1) == ',' || text.at(end - 1) == ';');
        int valueEnd = listed || isInBrackets(valueStart, end) ? end - 1 : end;
        return valueEnd > valueStart ? add(keyStart, keyEnd, valueStart, valueEnd, valueEnd) : -1;
    }

    /** "(name: shop)": the bracket was opened before the value. */
    private boolean isInBrackets(int start, int end) {
        return end - 1 > start
                && text.at(end - 1) == ')'
                && text.text(start, end).indexOf('(') < 0
                && text.text(0, start).indexOf('(') >= 0;
    }

    private int add(int keyStart, int keyEnd, int start, int end, int pairEnd) {
        String key = text.folded(keyStart, keyEnd);
        found.add(new Pair(
                known.contains(key) ? key : text.text(keyStart, keyEnd),
                text.text(start, end),
                text.verbatim(start, end),
                keyStart,
                pairEnd));
        return pairEnd - 1;
    }

    private int keyStart(int end, boolean anyKey) {
        int earliest = Math.max(found.isEmpty() ? 0 : found.getLast().end(), end - LONGEST_KEY);
        if (end > earliest && Tokens.isHan(text.at(end - 1))) {
            return longestKnown(earliest, end);
        }
        int start = end;
        while (start > earliest && isKey(text.at(start - 1))) {
            start--;
        }
        boolean standsAlone = start == 0 || (NOT_BEFORE.indexOf(text.at(start - 1)) < 0 && text.at(start - 1) != '/');
        boolean counts = anyKey ? start < end : known.contains(text.folded(start, end));
        return standsAlone && counts ? start : -1;
    }

    private int longestKnown(int earliest, int end) {
        for (int start = Math.max(earliest, end - 8); start < end; start++) {
            if (known.contains(text.folded(start, end))) {
                return start;
            }
        }
        return -1;
    }

    private boolean isScheme(int sign, int value) {
        return text.at(sign) == ':' && text.at(value) == '/' && value == sign + 1;
    }

    private int indexOf(char c, int from) {
        int last = Math.min(text.length(), from + LONGEST_QUOTATION);
        for (int i = from; i < last && text.at(i) != '\n'; i++) {
            if (text.at(i) == c) {
                return i > from ? i : -1;
            }
        }
        return -1;
    }

    private int skip(int i) {
        int at = i;
        while (at < text.length() && (text.at(at) == ' ' || text.at(at) == '\t')) {
            at++;
        }
        return at;
    }

    private int skipBack(int i) {
        int at = i;
        while (at > 0 && (text.at(at - 1) == ' ' || text.at(at - 1) == '\t')) {
            at--;
        }
        return at;
    }

    private static boolean isEnd(char c) {
        return Character.isWhitespace(c) || ENDS.indexOf(c) >= 0;
    }

    private static boolean isKey(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
    }
}
