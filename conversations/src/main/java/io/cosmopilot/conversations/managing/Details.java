package io.cosmopilot.conversations.managing;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.ImageNames;
import io.cosmopilot.conversations.releasing.Said;
import io.cosmopilot.deploy.Release;

/** What has to be known about a deed: how many, which image, back to where. */
@Component
class Details {

    private static final int MOST = 100;
    private static final int SHOWN = 8;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Managed managed;

    Details(Managed managed) {
        this.managed = managed;
    }

    int replicas(Scene scene) {
        return managed.application(scene)
                .flatMap(application -> application.components().stream()
                        .filter(component -> component.name().equals(application.name()))
                        .findFirst()
                        .or(() -> application.components().stream().findFirst()))
                .map(component -> component.wanted())
                .orElse(1);
    }

    List<Block.Choice> replicaChoices(Scene scene) {
        int now = replicas(scene);
        return Stream.of(1, 2, 3, 5)
                .filter(number -> number != now)
                .map(number -> Block.Choice.of(String.valueOf(number), String.valueOf(number)))
                .toList();
    }

    Answer readReplicas(Scene scene, Input input) {
        String said = Said.of(input).replaceFirst("\\s*(?:个|个实例|实例|replicas?|instances?)$", "");
        if (!said.matches("[0-9]{1,6}")) {
            return Answer.notMeant();
        }
        int number = Integer.parseInt(said);
        if (number == 0) {
            return Answer.refused("conversations.manage.replicas.none");
        }
        return number > MOST
                ? Answer.refused("conversations.manage.replicas.many", said, MOST)
                : Answer.accepted("replicas", said);
    }

    /** The image of the main component. */
    String image(Scene scene) {
        return managed.application(scene)
                .flatMap(application -> application.components().stream()
                        .filter(component -> component.name().equals(application.name()))
                        .findFirst()
                        .or(() -> application.components().stream().findFirst()))
                .map(component -> component.image())
                .orElse("nginx:1.27");
    }

    Answer readImage(Scene scene, Input input) {
        String said = Said.of(input);
        if (said.isEmpty() || said.contains(" ")) {
            return Answer.notMeant();
        }
        boolean tag = !said.contains("/") && !said.contains(":");
        if (tag ? !ImageNames.isTag(said) : !ImageNames.isReference(said)) {
            return Answer.refused("conversations.manage.image.form", said.length() > 60 ? "…" : said);
        }
        String now = image(scene);
        boolean same = said.equals(now) || (tag && now.endsWith(":" + said));
        return same ? Answer.refused("conversations.manage.image.same", now) : Answer.accepted("image", said);
    }

    List<Block.Choice> releaseChoices(Scene scene) {
        return earlier(scene).stream()
                .limit(SHOWN)
                .map(release -> Block.Choice.of("release:" + release.id(), line(scene, release)))
                .toList();
    }

    /** A button, or the number that it shows. */
    Answer readRelease(Scene scene, Input input) {
        String said = Said.of(input, "release:").replaceFirst("^#", "");
        return earlier(scene).stream()
                .filter(release -> release.id().equals(said)
                        || String.valueOf(release.number()).equals(said))
                .findFirst()
                .map(release -> Answer.accepted("release", release.id()))
                .orElseGet(Answer::notMeant);
    }

    /** The latest that was healthy, else the one before. */
    Optional<String> usualRelease(Scene scene) {
        List<Release> earlier = earlier(scene);
        return earlier.stream()
                .filter(release -> release.state() == Release.State.HEALTHY)
                .findFirst()
                .or(() -> earlier.stream().findFirst())
                .map(Release::id);
    }

    /** The release to which it goes back, in words. */
    String release(Scene scene) {
        String id = scene.answers().find("release").orElse("");
        return managed.history(scene).stream()
                .filter(release -> release.id().equals(id))
                .findFirst()
                .map(release -> line(scene, release))
                .orElse("");
    }

    private List<Release> earlier(Scene scene) {
        return managed.history(scene).stream()
                .filter(release -> !release.current())
                .toList();
    }

    private static String line(Scene scene, Release release) {
        return scene.say(
                "release.line",
                release.number(),
                TIME.format(release.at().atZone(ZoneId.systemDefault())),
                String.join(", ", release.images()),
                release.state() == Release.State.HEALTHY ? "✅" : "⚠️");
    }
}
