package io.cosmopilot.adapters.blocks;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Block.Choice;
import io.cosmopilot.conversations.Block.Kind;
import io.cosmopilot.conversations.Block.State;

/** Blocks that nobody would say, and that have to be shown all the same. */
public final class Wild {

    private static final String[] BITS = {
        "word ", "字", "\n", "\n\n", "😀", "```", "**", "@everyone ", "  ", "<&>", "&amp;", "x".repeat(70)
    };

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final Random random;

    private Wild(Random random) {
        this.random = random;
    }

    public static List<Block> blocks(Random random) {
        Wild wild = new Wild(random);
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> wild.block())
                .toList();
    }

    public static Block.Form form(Random random) {
        return new Wild(random).form();
    }

    private Block block() {
        return switch (random.nextInt(10)) {
            case 0 -> new Block.Text(text(9_000));
            case 1 -> new Block.Choices(choices(140));
            case 2 -> form();
            case 3 -> new Block.Confirm(text(3_000), choices(3));
            case 4 -> new Block.Progress(text(400), State.RUNNING, some(60, i -> step()));
            case 5 -> new Block.Status(some(300, i -> new Block.Row("app" + i, "healthy", text(100))));
            case 6 -> new Block.Code(random.nextBoolean() ? "yaml" : "log", text(20_000));
            case 7 -> new Block.Link("https://example.com/" + "p".repeat(random.nextInt(4_000)), text(200));
            case 8 -> new Block.Request("a", text(400), "requested", some(40, i -> fact()), choices(4));
            default -> new Block.Rating(choices(2));
        };
    }

    private Block.Form form() {
        return new Block.Form(text(100), text(100), some(70, this::field));
    }

    private Block.Field field(int number) {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        Object value = kind == Kind.NUMBER ? Integer.valueOf(random.nextInt()) : text(5_000);
        return new Block.Field(
                "f" + number,
                kind,
                text(2_500),
                random.nextBoolean() ? null : text(2_500),
                random.nextBoolean(),
                value,
                kind == Kind.CHOICE ? choices(250) : null,
                random.nextBoolean() ? null : text(2_500));
    }

    private Block.Step step() {
        return new Block.Step(text(200), State.DONE, text(300));
    }

    private Block.Fact fact() {
        return new Block.Fact(text(400), text(random.nextInt(5) == 0 ? 9_000 : 300));
    }

    private List<Choice> choices(int most) {
        return some(most, i -> new Choice("c" + i + "x".repeat(random.nextInt(200)), text(150), null));
    }

    private <T> List<T> some(int most, IntFunction<T> each) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(each).toList();
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most);
        while (text.length() < length) {
            text.append(BITS[random.nextInt(BITS.length)]);
        }
        return text.toString();
    }
}
