package io.cosmopilot.conversations.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.turns.Audit;
import io.cosmopilot.deploy.ImageMembers;
import io.cosmopilot.deploy.ImageMembers.Role;
import io.cosmopilot.deploy.Images;

/** What is done at the end of the flow. */
@Component
class Deeds {

    private final Shelf shelf;
    private final Listing listing;
    private final PushHelp help;
    private final PasswordOnce passwords;
    private final Images images;
    private final ImageMembers members;
    private final Audit audit;

    Deeds(
            Shelf shelf,
            Listing listing,
            PushHelp help,
            PasswordOnce passwords,
            Images images,
            ImageMembers members,
            Audit audit) {
        this.shelf = shelf;
        this.listing = listing;
        this.help = help;
        this.passwords = passwords;
        this.images = images;
        this.members = members;
        this.audit = audit;
    }

    void end(Scene scene) {
        switch (scene.answers().get("action")) {
            case "push" -> push(scene);
            case "password" -> passwords.show(scene);
            case "revoke" -> passwords.revoke(scene);
            case "members" -> members(scene);
            case "admit" -> admit(scene);
            case "dismiss" -> dismiss(scene);
            case "delete" -> delete(scene);
            default -> scene.reply(listing.of(scene, shelf.space(scene)));
        }
    }

    private void push(Scene scene) {
        var machine = Machines.read(scene.answers().get("machine")).orElse(PushHelp.Machine.LINUX);
        var blocks = new ArrayList<>(help.on(machine, scene.person(), shelf.space(scene), scene.words()));
        blocks.add(new Block.Choices(
                List.of(new Block.Choice("image:action=password", scene.say("choice.password"), Block.Style.PRIMARY))));
        scene.reply(blocks);
    }

    private void members(Scene scene) {
        var space = shelf.space(scene);
        var lines = members.of(space).stream()
                .map(member -> "- " + member.person() + " · "
                        + scene.say("role." + member.role().name().toLowerCase(Locale.ROOT)))
                .toList();
        var choices = new ArrayList<Block.Choice>();
        if (owns(scene, space)) {
            choices.add(scene.choice("image:action=admit;space=" + space, "choice.admit"));
            if (lines.size() > 1) {
                choices.add(scene.choice("image:action=dismiss;space=" + space, "choice.dismiss"));
            }
        }
        choices.add(scene.choice("image:action=show;space=" + space, "choice.show"));
        scene.reply(scene.text("members", space, String.join("\n", lines)), new Block.Choices(choices));
    }

    private void admit(Scene scene) {
        var space = shelf.space(scene);
        var person = scene.answers().get("person");
        var role = ImageConfiguration.role(scene.answers().get("role"));
        if (!owns(scene, space)) {
            scene.reply(scene.text("not-owner", space));
            return;
        }
        scene.command(() -> {
            if (members.admit(space, scene.person(), person, role)) {
                audit.write(scene.person(), "image.admitted", space, person + " " + role);
            }
        });
        scene.reply(scene.text(
                "admitted", person, space, scene.say("role." + role.name().toLowerCase(Locale.ROOT))));
    }

    private void dismiss(Scene scene) {
        var space = shelf.space(scene);
        var person = scene.answers().get("person");
        if (!owns(scene, space)) {
            scene.reply(scene.text("not-owner", space));
            return;
        }
        scene.command(() -> {
            if (members.dismiss(space, scene.person(), person)) {
                audit.write(scene.person(), "image.dismissed", space, person);
            }
        });
        scene.reply(scene.text("dismissed", person, space));
    }

    private void delete(Scene scene) {
        var space = shelf.space(scene);
        var image = scene.answers().get("image");
        var tag = shelf.tag(scene, scene.answers().get("tag"));
        if (!owns(scene, space) || tag.isEmpty()) {
            scene.reply(scene.text(tag.isEmpty() ? "gone" : "not-owner", space));
            return;
        }
        var digest = tag.get().digest();
        var requester = scene.requester();
        scene.command(() -> {
            if (images.remove(space, image, digest, requester)) {
                audit.write(scene.person(), "image.delete", space + "/" + image, digest);
            }
        });
        scene.reply(scene.text("deleting", space + "/" + image + ":" + tag.get().name()));
    }

    private boolean owns(Scene scene, String space) {
        return members.role(space, scene.person()).filter(Role.OWNER::equals).isPresent();
    }
}
