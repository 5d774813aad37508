package io.cosmopilot.conversations.guide;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Words;
import io.cosmopilot.conversations.understanding.Hints;
import io.cosmopilot.conversations.understanding.Meaning;
import io.cosmopilot.conversations.understanding.Recogniser;

/** The guide for whoever may begin no flow: a question is answered at once, with its source. */
@Component
public class Explanations {

    private static final String BUTTON = "guide:";

    private final Guide guide;
    private final GuideText text;
    private final Recogniser recogniser;

    Explanations(Guide guide, GuideText text, Recogniser recogniser) {
        this.guide = guide;
        this.text = text;
        this.recogniser = recogniser;
    }

    /** The best answer, and buttons for what else may have been meant; empty for what is no question to the guide. */
    public List<Block> to(String said, String name, Words words) {
        if (!asks(said)) {
            return List.of();
        }
        List<Entry> found = guide.answers(said);
        if (found.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(text.answer(words, name, found.getFirst()));
        List<Block.Choice> others =
                text.buttons(words, found.stream().skip(1).map(Entry::name).toList());
        if (!others.isEmpty()) {
            blocks.add(new Block.Choices(others));
        }
        return blocks;
    }

    /** What a button of an answer opens; empty for every other button. */
    public List<Block> behind(String choice, String name, Words words) {
        return choice.startsWith(BUTTON)
                ? guide.named(choice.substring(BUTTON.length()))
                        .map(entry -> text.answer(words, name, entry))
                        .orElse(List.of())
                : List.of();
    }

    private boolean asks(String said) {
        return switch (recogniser.understand(said, Hints.none())) {
            case Meaning.Wish wish -> wish.intents().getFirst().name().equals("guide");
            case Meaning.Unknown unknown -> guide.knows(said);
            default -> false;
        };
    }
}
