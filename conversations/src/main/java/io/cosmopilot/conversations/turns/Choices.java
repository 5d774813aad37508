package io.cosmopilot.conversations.turns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.cosmopilot.conversations.Block;

/** The buttons of a message, whatever blocks they are in. */
public final class Choices {

    private Choices() {}

    /** All buttons of all blocks, in order. */
    public static List<Block.Choice> of(List<Block> blocks) {
        return blocks.stream().flatMap(Choices::of).toList();
    }

    /** The button meant by an answer that was typed: its id, its label, or its number counted from 1. */
    public static Optional<Block.Choice> typed(List<Block.Choice> choices, String text) {
        String said = text.strip();
        if (said.matches("\\d{1,3}")) {
            int number = Integer.parseInt(said);
            return number >= 1 && number <= choices.size() ? Optional.of(choices.get(number - 1)) : Optional.empty();
        }
        return choices.stream()
                .filter(choice -> said.equalsIgnoreCase(choice.id()) || said.equalsIgnoreCase(choice.label()))
                .findFirst();
    }

    private static Stream<Block.Choice> of(Block block) {
        return switch (block) {
            case Block.Choices choices -> choices.choices().stream();
            case Block.Confirm confirm -> confirm.choices().stream();
            case Block.Request request -> request.choices().stream();
            case Block.Rating rating -> rating.choices().stream();
            default -> Stream.empty();
        };
    }
}
