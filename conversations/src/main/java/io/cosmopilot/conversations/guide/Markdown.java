package io.cosmopilot.conversations.guide;

import java.util.ArrayList;
import java.util.List;

import io.cosmopilot.conversations.Block;

/** Cuts Markdown into what a message is made of: prose, and code that can be copied. */
final class Markdown {

    private static final String FENCE = "```";

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private String language = "";
    private boolean inCode;

    private Markdown() {}

    static List<Block> blocks(String markdown) {
        Markdown cut = new Markdown();
        markdown.lines().forEach(cut::line);
        cut.end();
        return List.copyOf(cut.blocks);
    }

    /** What a block says, without how it looks. */
    static String plain(Block block) {
        return switch (block) {
            case Block.Text text -> text.text();
            case Block.Code code -> code.text();
            default -> "";
        };
    }

    private void line(String line) {
        if (line.startsWith(FENCE)) {
            end();
            inCode = !inCode;
            language = inCode ? line.substring(FENCE.length()).strip() : "";
        } else {
            lines.add(line);
        }
    }

    private void end() {
        String text =
                inCode ? String.join("\n", lines) : String.join("\n", lines).strip();
        if (!text.isBlank()) {
            blocks.add(inCode ? new Block.Code(language, text) : new Block.Text(text));
        }
        lines.clear();
    }
}
