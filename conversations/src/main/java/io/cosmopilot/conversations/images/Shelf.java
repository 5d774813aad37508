package io.cosmopilot.conversations.images;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.ImageMembers;
import io.cosmopilot.deploy.ImageMembers.Role;
import io.cosmopilot.deploy.Images;

/** What the person can choose from. */
@Component
class Shelf {

    private final Images images;
    private final ImageMembers members;
    private final People people;

    Shelf(Images images, ImageMembers members, People people) {
        this.images = images;
        this.members = members;
        this.people = people;
    }

    List<String> spaces(Scene scene) {
        return members.spaces(scene.person());
    }

    /** The space that is meant: the only one, when there is no choice. */
    String space(Scene scene) {
        return scene.answers()
                .find("space")
                .orElseGet(() -> spaces(scene).stream().findFirst().orElse(""));
    }

    List<String> images(Scene scene) {
        return images.of(scene.person(), space(scene)).stream()
                .map(Images.Image::name)
                .toList();
    }

    List<Images.Tag> tags(Scene scene) {
        return scene.answers()
                .find("image")
                .map(image -> images.tags(scene.person(), space(scene), image))
                .orElse(List.of());
    }

    Optional<Images.Tag> tag(Scene scene, String name) {
        return tags(scene).stream().filter(tag -> tag.name().equals(name)).findFirst();
    }

    /** Everything that goes when a tag goes: the registry removes what the tag stands for, and all that do. */
    Object[] whatGoes(Scene scene) {
        var image = scene.answers().find("image").orElse("");
        var tag = scene.answers().find("tag").flatMap(name -> tag(scene, name));
        var others = tag.map(Images.Tag::others).orElse(List.of());
        return new Object[] {
            shelfName(scene, image, tag.map(Images.Tag::name).orElse("")), others.size(), String.join(", ", others)
        };
    }

    private String shelfName(Scene scene, String image, String tag) {
        return space(scene) + "/" + image + ":" + tag;
    }

    /** Members that can be sent away. */
    List<Block.Choice> guests(Scene scene) {
        return members.of(space(scene)).stream()
                .filter(member -> member.role() != Role.OWNER)
                .map(member -> Block.Choice.of("person:" + member.person(), member.person()))
                .toList();
    }

    Answer readPerson(Scene scene, Input input) {
        var said = ImageConfiguration.said(input);
        var name = (said.startsWith("person:") ? said.substring("person:".length()) : said)
                .replaceFirst("^@", "")
                .toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return Answer.notMeant();
        }
        return people.find(name).isPresent()
                ? Answer.accepted("person", name)
                : Answer.refused("conversations.image.person.unknown", name);
    }
}
