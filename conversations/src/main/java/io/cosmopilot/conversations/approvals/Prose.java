package io.cosmopilot.conversations.approvals;

import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;

/** Reads a sentence or two that somebody else is going to read. */
public final class Prose {

    private static final int LONGEST = 500;

    /** Two Chinese characters are a word; numbers, marks and a face say nothing to whoever decides. */
    private static final int FEWEST_LETTERS = 2;

    private Prose() {}

    /** The answer to the question, or why there is none. */
    public static Answer read(String question, Input input) {
        if (!(input instanceof Input.Text text) || !saysSomething(text.text())) {
            return Answer.notMeant();
        }
        String said = text.text().strip();
        return said.length() <= LONGEST
                ? Answer.accepted(question, said)
                : Answer.refused("conversations.approval.long", String.valueOf(LONGEST), String.valueOf(said.length()));
    }

    private static boolean saysSomething(String text) {
        return text.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS;
    }
}
