package io.cosmopilot.conversations.understanding;

import java.text.Normalizer;
import java.util.Map;

/**
 * A text made comparable: full-width forms narrowed ({@code text}), then lower case and simplified characters
 * ({@code folded}, of the same length); where each character came from is kept, so that secrets can be cut out verbatim.
 */
final class Utterance {

    static final int LONGEST = 8_000;
    /** Chinese punctuation separates; narrowed it would look like a part of a value. */
    private static final String KEPT = "，；：？！";

    private static final int LONGEST_EXPANSION = 4;

    private final String raw;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder folded = new StringBuilder();
    private final int[] origin;

    private Utterance(String raw) {
        this.raw = raw;
        this.origin = new int[raw.length() * LONGEST_EXPANSION + 1];
    }

    static Utterance of(String raw, Map<Character, Character> simplified) {
        Utterance utterance = new Utterance(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
        utterance.fold(simplified);
        return utterance;
    }

    private void fold(Map<Character, Character> simplified) {
        for (int i = 0; i < raw.length(); ) {
            int point = raw.codePointAt(i);
            int next = i + Character.charCount(point);
            append(narrow(point, raw.substring(i, next)), i, simplified);
            i = next;
        }
        origin[text.length()] = raw.length();
    }

    private void append(String narrow, int from, Map<Character, Character> simplified) {
        for (int j = 0; j < narrow.length(); j++) {
            char c = narrow.charAt(j);
            origin[text.length()] = from;
            text.append(c);
            folded.append(simplified.getOrDefault(c, Character.toLowerCase(c)));
        }
    }

    private static String narrow(int point, String original) {
        if (point < 0x80 || (Character.isIdeographic(point) && point < 0xF900) || KEPT.indexOf(point) >= 0) {
            return original;
        }
        if (point == '’' || point == '‘') {
            return "'";
        }
        if (Character.getType(point) == Character.FORMAT || point == 0xFE0F) {
            return "";
        }
        String narrow = Normalizer.normalize(original, Normalizer.Form.NFKC);
        return narrow.length() > LONGEST_EXPANSION ? original : narrow;
    }

    int length() {
        return text.length();
    }

    char at(int index) {
        return text.charAt(index);
    }

    int pointAt(int index) {
        return text.codePointAt(index);
    }

    String text() {
        return text.toString();
    }

    String text(int start, int end) {
        return text.substring(start, end);
    }

    String folded(int start, int end) {
        return folded.substring(start, end);
    }

    /** As the person typed it, full-width forms included. */
    String verbatim(int start, int end) {
        return raw.substring(origin[start], origin[end]);
    }
}
