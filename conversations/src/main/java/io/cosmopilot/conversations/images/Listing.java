package io.cosmopilot.conversations.images;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Images;
import io.cosmopilot.deploy.RegistryTrust;

/** What is in a space, in blocks. */
@Component
class Listing {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final int SHOWN = 12;
    private static final int DIGEST = 19;

    private final Images images;
    private final RegistryTrust registry;

    Listing(Images images, RegistryTrust registry) {
        this.images = images;
        this.registry = registry;
    }

    List<Block> of(Scene scene, String space) {
        var all = images.of(scene.person(), space);
        var blocks = new ArrayList<Block>();
        blocks.add(scene.text(all.isEmpty() ? "show.empty" : "show.all", space, room(scene, space)));
        var choices = new ArrayList<Block.Choice>();
        for (var image : all.subList(0, Math.min(SHOWN, all.size()))) {
            var tags = images.tags(scene.person(), space, image.name());
            blocks.add(new Block.Text("**" + image.name() + "** · " + Bytes.of(image.size())));
            blocks.add(new Block.Code("text", table(tags)));
            if (!tags.isEmpty()) {
                choices.add(deploy(scene, space, image.name(), tags.getFirst().name()));
            }
        }
        if (all.size() > SHOWN) {
            blocks.add(scene.text("show.more", String.valueOf(all.size() - SHOWN)));
        }
        choices.add(scene.choice("image:action=push;space=" + space, "choice.push"));
        if (!all.isEmpty()) {
            choices.add(scene.choice("image:action=delete;space=" + space, "choice.delete"));
        }
        choices.add(scene.choice("image:action=members;space=" + space, "choice.members"));
        blocks.add(new Block.Choices(choices));
        return blocks;
    }

    /** How much of the space is used, for people. */
    String room(Scene scene, String space) {
        return images.usage(scene.person(), space)
                .map(usage -> scene.say("usage", Bytes.of(usage.used()), Bytes.of(usage.granted())))
                .orElse("");
    }

    private Block.Choice deploy(Scene scene, String space, String image, String tag) {
        var reference = registry.address() + "/" + space + "/" + image + ":" + tag;
        return scene.choice("deploy:image=" + reference, "choice.deploy", image + ":" + tag);
    }

    private static String table(List<Images.Tag> tags) {
        var lines = tags.stream().limit(SHOWN).map(Listing::line).toList();
        return String.join("\n", lines) + (tags.size() > SHOWN ? "\n…" : "");
    }

    private static String line(Images.Tag tag) {
        var digest = tag.digest().substring(0, Math.min(DIGEST, tag.digest().length()));
        return "%-16s %8s  %s  %s".formatted(tag.name(), Bytes.of(tag.size()), TIME.format(tag.pushedAt()), digest);
    }
}
