package io.cosmopilot.conversations.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Scene;
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
        Article article = entry.in(language(scene));
        UnaryOperator<String> fill = filling(scene);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("**" + article.title() + "**"));
        article.blocks().forEach(block -> blocks.add(filled(block, fill)));
        if (article.source().isEmpty()) {
            blocks.add(scene.text("source", article.title()));
        } else {
            blocks.add(scene.text("source.page"));
            blocks.add(new Block.Link(article.source(), article.title()));
        }
        List<Block.Choice> next = next(scene, article);
        if (!next.isEmpty()) {
            blocks.add(scene.text("related"));
            blocks.add(new Block.Choices(next));
        }
        return blocks;
    }

    /** Buttons that open articles: {@code guide:docker-linux}. */
    List<Block.Choice> buttons(Scene scene, List<String> names) {
        return names.stream()
                .flatMap(name -> guide.named(name).stream())
                .limit(Library.MOST)
                .map(entry -> Block.Choice.of(
                        "guide:" + entry.name(), entry.in(language(scene)).title()))
                .toList();
    }

    private List<Block.Choice> next(Scene scene, Article article) {
        List<Block.Choice> next = new ArrayList<>();
        for (String flow : article.offers()) {
            next.add(new Block.Choice(flow, scene.words().say("conversations.choice." + flow), Block.Style.PRIMARY));
        }
        next.addAll(buttons(scene, article.related()));
        return next;
    }

    private static Block filled(Block block, UnaryOperator<String> fill) {
        return switch (block) {
            case Block.Text text -> new Block.Text(fill.apply(text.text()));
            case Block.Code code -> new Block.Code(code.language(), fill.apply(code.text()));
            default -> block;
        };
    }

    /** {@code %registry%}, {@code %space%} and {@code %user%} become the speaker's own as far as there are any. */
    private UnaryOperator<String> filling(Scene scene) {
        String space =
                spaces.of(scene.person()).stream().findFirst().map(Space::name).orElseGet(() -> scene.say("space"));
        String prefix = spaces.imagePrefix(space);
        String registry =
                prefix.endsWith("/" + space + "/") ? prefix.substring(0, prefix.length() - space.length() - 2) : prefix;
        return text ->
                text.replace("%registry%", registry).replace("%space%", space).replace("%user%", scene.person());
    }

    private static String language(Scene scene) {
        return scene.words().chinese() ? "zh" : "en";
    }
}
