package io.cosmopilot.conversations.aspects;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Block;

/**
 * One field of an aspect.
 *
 * @param good whether a value that is not empty will do
 * @param begin what it begins with, or null
 * @param options to choose from; none: it is typed
 */
record Entry(
        String name,
        Block.Kind kind,
        Predicate<String> good,
        @Nullable String begin,
        List<Block.Choice> options) {

    static Entry typed(String name, Predicate<String> good) {
        return new Entry(name, Block.Kind.TEXT, good, null, List.of());
    }

    static Entry number(String name, int from, int to) {
        return new Entry(
                name,
                Block.Kind.NUMBER,
                value ->
                        value.matches("[0-9]{1,6}") && Integer.parseInt(value) >= from && Integer.parseInt(value) <= to,
                null,
                List.of());
    }

    static Entry chosen(String name, List<Block.Choice> options) {
        return new Entry(
                name,
                Block.Kind.CHOICE,
                value -> options.stream().anyMatch(option -> option.id().equals(value)),
                null,
                options);
    }

    Entry beginning(@Nullable String value) {
        return new Entry(name, kind, good, value, options);
    }
}
