package io.cosmopilot.conversations.deploying;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.ImageNames;
import io.cosmopilot.deploy.Source;
import io.cosmopilot.deploy.Spaces;

/** Which image, and the port its program listens on. */
@Component
class ImageChoice {

    private static final String NONE = "none";
    private static final int HIGHEST = 65_535;

    private final Spaces spaces;

    ImageChoice(Spaces spaces) {
        this.spaces = spaces;
    }

    /** How an image of the person's own space is written. */
    String example(Scene scene) {
        return scene.once("spaces", () -> spaces.of(scene.person())).stream()
                .findFirst()
                .map(space -> spaces.imagePrefix(space.name()) + "shop:1.0")
                .orElse("nginx:1.27");
    }

    Answer read(Scene scene, Input input) {
        String said = Targets.said(input);
        if (said.isEmpty() || said.contains(" ")) {
            return Answer.notMeant();
        }
        return ImageNames.isReference(said)
                ? Answer.accepted("image", said)
                : Answer.refused("conversations.deploy.image.form", said.length() > 60 ? "…" : said, example(scene));
    }

    List<Block.Choice> portChoices(Scene scene) {
        Stream<Integer> usual = ImageNames.port(image(scene)).stream();
        return Stream.concat(
                        Stream.concat(usual, Stream.of(80, 8080, 3000))
                                .distinct()
                                .limit(4)
                                .map(port -> Block.Choice.of("port:" + port, String.valueOf(port))),
                        Stream.of(scene.choice("port:" + NONE, "port.none")))
                .toList();
    }

    Optional<String> usualPort(Scene scene) {
        return Optional.of(ImageNames.port(image(scene)).map(String::valueOf).orElse("8080"));
    }

    Answer readPort(Scene scene, Input input) {
        String said = Targets.said(input).replaceFirst("^port:", "");
        if (said.equals(NONE)) {
            return Answer.accepted("port", NONE);
        }
        if (!said.matches("[0-9]{1,9}")) {
            return Answer.notMeant();
        }
        long port = Long.parseLong(said);
        return port >= 1 && port <= HIGHEST
                ? Answer.accepted("port", said)
                : Answer.refused("conversations.deploy.port.form", said);
    }

    Source source(Scene scene) {
        String port = scene.answers().get("port");
        return new Source.Image(image(scene), port.equals(NONE) ? null : Integer.valueOf(port));
    }

    String image(Scene scene) {
        return scene.answers().find("image").orElse("");
    }
}
