package io.cosmopilot.conversations.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Words;
import io.cosmopilot.deploy.Space;
import io.cosmopilot.deploy.Spaces;

/** Articles as messages: with the person's own names in them, their source, and where to read on. */
@Component
class GuideText {

    private final Guide guide;
    private final Spaces spaces;

    GuideText(Guide guide, Spaces spaces) {
        this.guide = guide;
        this.spaces = spaces;
    }

    List<Block> answer(Scene scene, Entry entry) {
        Words words = scene.words();
        List<Block> blocks = explained(words, scene.person(), entry);
        List<Block.Choice> next = new ArrayList<>();
        for (String flow : entry.in(language(words)).offers()) {
            next.add(new Block.Choice(flow, words.say("conversations.choice." + flow), Block.Style.PRIMARY));
        }
        next.addAll(related(words, entry));
        blocks.addAll(readOn(words, next));
        return blocks;
    }

    /** For somebody who may read but begin nothing. */
    List<Block> answer(Words words, String name, Entry entry) {
        List<Block> blocks = explained(words, name, entry);
        blocks.addAll(readOn(words, related(words, entry)));
        return blocks;
    }

    private List<Block> explained(Words words, String person, Entry entry) {
        Article article = entry.in(language(words));
        UnaryOperator<String> fill = filling(words, person);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("**" + article.title() + "**"));
        article.blocks().forEach(block -> blocks.add(filled(block, fill)));
        if (article.source().isEmpty()) {
            blocks.add(new Block.Text(words.say("conversations.guide.source", article.title())));
        } else {
            blocks.add(new Block.Text(words.say("conversations.guide.source.page")));
            blocks.add(new Block.Link(article.source(), article.title()));
        }
        return blocks;
    }

    private static List<Block> readOn(Words words, List<Block.Choice> next) {
        return next.isEmpty()
                ? List.of()
                : List.of(new Block.Text(words.say("conversations.guide.related")), new Block.Choices(next));
    }

    /** Buttons that open articles: {@code guide:docker-linux}. */
    List<Block.Choice> buttons(Scene scene, List<String> names) {
        return buttons(scene.words(), names);
    }

    List<Block.Choice> buttons(Words words, List<String> names) {
        return names.stream()
                .flatMap(name -> guide.named(name).stream())
                .limit(Library.MOST)
                .map(entry -> Block.Choice.of(
                        "guide:" + entry.name(), entry.in(language(words)).title()))
                .toList();
    }

    private List<Block.Choice> related(Words words, Entry entry) {
        return buttons(words, entry.in(language(words)).related());
    }

    private static Block filled(Block block, UnaryOperator<String> fill) {
        return switch (block) {
            case Block.Text text -> new Block.Text(fill.apply(text.text()));
            case Block.Code code -> new Block.Code(code.language(), fill.apply(code.text()));
            default -> block;
        };
    }

    /** {@code %registry%}, {@code %space%} and {@code %user%} become the speaker's own as far as there are any. */
    private UnaryOperator<String> filling(Words words, String person) {
        String space = spaces.of(person).stream()
                .findFirst()
                .map(Space::name)
                .orElseGet(() -> words.say("conversations.guide.space"));
        String prefix = spaces.imagePrefix(space);
        String registry =
                prefix.endsWith("/" + space + "/") ? prefix.substring(0, prefix.length() - space.length() - 2) : prefix;
        return text ->
                text.replace("%registry%", registry).replace("%space%", space).replace("%user%", person);
    }

    private static String language(Words words) {
        return words.chinese() ? "zh" : "en";
    }
}
