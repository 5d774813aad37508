package io.cosmopilot.conversations.releasing;

import io.cosmopilot.conversations.engine.Input;

/** What was typed or pressed, as one word. */
public final class Said {

    private Said() {}

    public static String of(Input input) {
        return switch (input) {
            case Input.Text text -> text.text().strip();
            case Input.Pick pick -> pick.choice();
            default -> "";
        };
    }

    /** Without the beginning by which a button is told from others. */
    public static String of(Input input, String prefix) {
        String said = of(input);
        return said.startsWith(prefix) ? said.substring(prefix.length()) : said;
    }
}
