package io.cosmopilot.conversations.turns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.cosmopilot.conversations.Block;

/** The buttons of a message, whatever blocks they are in. */
public final class Choices {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final List<String> ENGLISH = List.of("first", "second", "third", "fourth", "fifth", "sixth");
    private static final List<String> CHINESE = List.of("一", "二", "三", "四", "五", "六");
    private static final Pattern ORDINAL =
            Pattern.compile("(?:the )?(?:(?<en>first|second|third|fourth|fifth|sixth|\\d{1,2}(?:st|nd|rd|th))|last)"
                    + "(?: one| option| button)?|第(?<zh>[一二三四五六]|\\d{1,2})[个個项項]?|最后一[个個]|最後一[个個]");

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

    /** "2", "the second one", 第二个. */
    private static OptionalInt number(String said, List<Block.Choice> choices) {
        if (NUMBER.matcher(said).matches()) {
            return OptionalInt.of(Integer.parseInt(said));
        }
        Matcher ordinal = ORDINAL.matcher(said.toLowerCase(Locale.ROOT));
        if (!ordinal.matches()) {
            return OptionalInt.empty();
        }
        String word = ordinal.group("en") != null ? ordinal.group("en") : ordinal.group("zh");
        if (word == null) {
            return OptionalInt.of(choices.size());
        }
        int index = Math.max(ENGLISH.indexOf(word), CHINESE.indexOf(word));
        return OptionalInt.of(index >= 0 ? index + 1 : Integer.parseInt(word.replaceAll("[a-z]", "")));
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
