package io.cosmopilot.adapters.discord;

import java.util.ArrayList;
import java.util.List;

/** Makes texts fit: by cutting them off with an ellipsis, or into pieces. Half of a character is never left. */
final class Cut {

    private static final String FENCE = "```";
    /** Of the line that opens a fence: with the name of a language behind it, and no more. */
    private static final int MOST_FENCE = 24;

    private Cut() {}

    /** The beginning, when the whole does not fit. */
    static String off(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, whole(text, most - 1)).stripTrailing() + "…";
    }

    /** Pieces that fit, cut where a paragraph, a line or a word ends. A fenced block that is cut goes on fenced. */
    static List<String> up(String text, int most) {
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > most) {
            int at = end(rest, most - FENCE.length() - 1);
            String piece = rest.substring(0, at).stripTrailing();
            rest = rest.substring(at).stripLeading();
            String fence = openFence(piece);
            if (!fence.isEmpty()) {
                piece += "\n" + FENCE;
                rest = fence + "\n" + rest;
            }
            pieces.add(piece);
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static int end(String text, int most) {
        for (String border : List.of("\n\n", "\n", " ")) {
            int at = text.lastIndexOf(border, most);
            if (at > most / 2) {
                return at;
            }
        }
        return whole(text, most);
    }

    private static int whole(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }

    /** The line that opened a fence that is not closed; empty when there is none. */
    private static String openFence(String piece) {
        String open = "";
        for (String line : piece.split("\n", -1)) {
            if (line.startsWith(FENCE)) {
                open = open.isEmpty() ? line : "";
            }
        }
        // What is longer is text already; repeated, it would never come to an end.
        return open.length() <= MOST_FENCE ? open : FENCE;
    }
}
