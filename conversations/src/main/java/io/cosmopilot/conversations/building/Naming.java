package io.cosmopilot.conversations.building;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.ImageMembers;
import io.cosmopilot.deploy.ImageMembers.Role;
import io.cosmopilot.deploy.Images;
import io.cosmopilot.deploy.RegistryTrust;

/** What the image shall be called. */
@Component
class Naming {

    private static final Pattern IMAGE = Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)([0-9]{1,9})");
    private static final String FIRST_TAG = "0.1";
    private static final int LONGEST = 60;

    private final Images images;
    private final ImageMembers members;
    private final Sources sources;
    private final RegistryTrust registry;

    Naming(Images images, ImageMembers members, Sources sources, RegistryTrust registry) {
        this.images = images;
        this.members = members;
        this.sources = sources;
        this.registry = registry;
    }

    /** Spaces into which the person may push. */
    List<String> spaces(Scene scene) {
        return members.spaces(scene.person()).stream()
                .filter(space -> members.role(space, scene.person())
                        .filter(role -> role != Role.READER)
                        .isPresent())
                .toList();
    }

    String space(Scene scene) {
        return scene.answers()
                .find("space")
                .orElseGet(() -> spaces(scene).stream().findFirst().orElse(""));
    }

    Answer readSpace(Scene scene, Input input) {
        return spaces(scene).contains(Said.by(input)) ? Answer.accepted("space", Said.by(input)) : Answer.notMeant();
    }

    /** A name out of that of the code. */
    String proposal(Scene scene) {
        var name = sources.name(scene);
        var last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        var plain = last.replaceFirst("\\.(git|zip|tar\\.gz|tgz|tar|jar|war|html)$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "my-app" : plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    Answer readImage(Input input) {
        var said = Said.by(input);
        if (said.isEmpty()) {
            return Answer.notMeant();
        }
        return said.length() <= LONGEST && IMAGE.matcher(said).matches()
                ? Answer.accepted("image", said)
                : Answer.refused("conversations.build.image.form", said);
    }

    /** The latest tag, counted on. */
    String nextTag(Scene scene) {
        var tags = tags(scene);
        if (tags.isEmpty()) {
            return FIRST_TAG;
        }
        var match = LAST_NUMBER.matcher(tags.getFirst());
        if (!match.matches()) {
            return tags.contains(FIRST_TAG) ? tags.getFirst() + "-2" : FIRST_TAG;
        }
        long number = Long.parseLong(match.group(2));
        var next = match.group(1) + (number + 1);
        while (tags.contains(next)) {
            number++;
            next = match.group(1) + (number + 1);
        }
        return next;
    }

    /** The same tag is not built twice, and {@code latest} is no version. */
    Answer readTag(Scene scene, Input input) {
        var said = Said.by(input);
        if (said.isEmpty()) {
            return Answer.notMeant();
        }
        if (!TAG.matcher(said).matches()) {
            return Answer.refused("conversations.build.tag.form", said);
        }
        if (said.equals("latest")) {
            return Answer.refused("conversations.build.tag.latest", nextTag(scene));
        }
        return tags(scene).contains(said)
                ? Answer.refused("conversations.build.tag.taken", said, nextTag(scene))
                : Answer.accepted("tag", said);
    }

    String reference(Scene scene) {
        return registry.address() + "/" + space(scene) + "/"
                + scene.answers().find("image").orElse("") + ":"
                + scene.answers().find("tag").orElse("");
    }

    private List<String> tags(Scene scene) {
        return scene.answers()
                .find("image")
                .map(image -> images.tags(scene.person(), space(scene), image).stream()
                        .map(Images.Tag::name)
                        .filter(name -> !name.equals("latest"))
                        .toList())
                .orElse(List.of());
    }
}
