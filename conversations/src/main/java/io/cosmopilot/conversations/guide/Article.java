package io.cosmopilot.conversations.guide;

import java.util.List;

import io.cosmopilot.conversations.Block;

/**
 * Something the guide knows, in one language.
 *
 * @param also other ways to ask for it, never shown
 * @param related names of articles that people read next
 * @param offers flows that can be begun from here, as ids of buttons
 * @param source where it comes from: an address, or empty for an article of our own
 */
record Article(
        String name,
        String title,
        List<String> also,
        List<String> related,
        List<String> offers,
        List<Block> blocks,
        String source) {

    Article {
        also = List.copyOf(also);
        related = List.copyOf(related);
        offers = List.copyOf(offers);
        blocks = List.copyOf(blocks);
    }

    /** All that is shown, as one text to search in. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
            text.append(Markdown.plain(block)).append('\n');
        }
        return text.toString();
    }
}
