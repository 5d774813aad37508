package io.cosmopilot.conversations.understanding;

import java.util.Set;

/** A word, a run of Chinese characters, a quotation, a key with its value, or a mark of punctuation; with what it stands for. */
record Piece(Kind kind, int start, int end, String folded, Set<String> concepts, double weight) {

    enum Kind {
        WORD,
        HAN,
        QUOTED,
        PAIR,
        BREAK,
        SYMBOL
    }

    static Piece plain(Kind kind, int start, int end, String folded) {
        return new Piece(kind, start, end, folded, Set.of(), 1);
    }

    Piece standingFor(Set<String> concepts, double weight) {
        return new Piece(kind, start, end, folded, concepts, weight);
    }

    boolean is(String concept) {
        return concepts.contains(concept);
    }

    boolean isSpoken() {
        return kind == Kind.WORD || kind == Kind.HAN;
    }

    /** Said out of habit or politeness, or already understood: patterns look past it. */
    boolean isSkippable() {
        return kind == Kind.SYMBOL || kind == Kind.PAIR || is("filler") || is("article");
    }
}
