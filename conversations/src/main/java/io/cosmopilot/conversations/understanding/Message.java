package io.cosmopilot.conversations.understanding;

import java.util.List;

/** What was said, cut into pieces that are understood one by one. */
record Message(Utterance text, List<Pair> pairs, List<Piece> pieces, Names names) {

    /** The words of some pieces as they were written. */
    String words(int from, int to) {
        return text.text(pieces.get(from).start(), pieces.get(to - 1).end());
    }

    boolean isQuestion() {
        return pieces.stream().anyMatch(piece -> piece.is("question") || piece.is("can-it"));
    }
}
