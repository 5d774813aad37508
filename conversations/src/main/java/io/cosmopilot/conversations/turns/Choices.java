package io.cosmopilot.conversations.turns;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.cosmopilot.conversations.Block;

/** The buttons of a message, whatever blocks they are in. */
public final class Choices {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private Choices() {}

    /** All buttons of all blocks, in order. */
    public static List<Block.Choice> of(List<Block> blocks) {
        return blocks.stream().flatMap(Choices::of).toList();
    }

    /**
     * The button meant by an answer that was typed: its id, its label, or its number counted from 1. Among buttons that
     * are numbers themselves, a number is what it says: of 2, 3 and 5 the third is not meant by "3".
     */
    public static Optional<Block.Choice> typed(List<Block.Choice> choices, String text) {
        String said = text.strip();
        return choices.stream()
                .filter(choice -> said.equalsIgnoreCase(choice.id()) || said.equalsIgnoreCase(choice.label()))
                .findFirst()
                .or(() -> counted(choices, said));
    }

    private static Optional<Block.Choice> counted(List<Block.Choice> choices, String said) {
        boolean numbers = choices.stream()
                .anyMatch(choice -> String.valueOf(choice.label()).strip().matches("\\d+"));
        OptionalInt number = numbers && NUMBER.matcher(said).matches() ? OptionalInt.empty() : number(said, choices);
        return number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= choices.size()
                ? Optional.of(choices.get(number.getAsInt() - 1))
                : Optional.empty();
    }

    private static OptionalInt number(String said, List<Block.Choice> choices) {
        return NUMBER.matcher(said).matches()
                ? OptionalInt.of(Integer.parseInt(said))
                : Ordinals.in(said, choices.size());
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
