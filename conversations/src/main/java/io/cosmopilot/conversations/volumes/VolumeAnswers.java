package io.cosmopilot.conversations.volumes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Said;
import io.cosmopilot.deploy.Belongings;
import io.cosmopilot.deploy.Belongings.Belonging;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Volume;
import io.cosmopilot.deploy.Volumes;

/** Reads what volume is wanted, or meant. */
@Component
class VolumeAnswers {

    private static final Pattern SIZE =
            Pattern.compile("([0-9]{1,7}(?:\\.[0-9])?)\\s*(?:([gt])i?b?)?", Pattern.CASE_INSENSITIVE);
    private static final int GIB_OF_A_TIB = 1024;

    private final Volumes volumes;
    private final Belongings belongings;

    VolumeAnswers(Volumes volumes, Belongings belongings) {
        this.volumes = volumes;
        this.belongings = belongings;
    }

    List<Volume> all(Scene scene) {
        return volumes.of(scene.person());
    }

    Optional<Volume> volume(Scene scene) {
        return scene.answers().find("volume").flatMap(name -> volumes.find(scene.person(), name));
    }

    List<String> spaces(Scene scene) {
        return scene.once("belongings", () -> belongings.of(scene.person())).stream()
                .map(Belonging::space)
                .distinct()
                .toList();
    }

    String space(Scene scene) {
        return scene.answers().find("space").orElseGet(() -> spaces(scene).getFirst());
    }

    /**
     * Showing and giving back are offered only where there is something.
     *
     * @param mounted whether there are directories of the hosts to be shown
     */
    List<Block.Choice> actions(Scene scene, boolean mounted) {
        List<Block.Choice> choices = new ArrayList<>();
        choices.add(new Block.Choice("create", scene.say("action.create"), Block.Style.PRIMARY));
        boolean any = !all(scene).isEmpty();
        if (any || mounted) {
            choices.add(scene.choice("show", "action.show"));
        }
        if (any) {
            choices.add(scene.choice("release", "action.release"));
        }
        choices.add(scene.choice("host", "action.host"));
        return choices;
    }

    Answer readAction(Scene scene, Input input) {
        String said = Said.of(input);
        return switch (said) {
            case "create", "show", "release", "host" -> Answer.accepted("action", said);
            case "delete" -> Answer.accepted("action", "release");
            default -> Answer.notMeant();
        };
    }

    boolean does(Scene scene, String action) {
        return scene.answers().find("action").filter(action::equals).isPresent();
    }

    Answer readSpace(Scene scene, Input input) {
        String said = Said.of(input);
        return spaces(scene).contains(said) ? Answer.accepted("space", said) : Answer.notMeant();
    }

    Answer readName(Scene scene, Input input) {
        String said = Said.of(input, "use:");
        if (said.isEmpty() || spaces(scene).isEmpty()) {
            return Answer.notMeant();
        }
        return judged(volumes.check(space(scene), said, 1), Answer.accepted("name", said));
    }

    /** A free name, such as {@code data-2}. */
    String proposal(Scene scene) {
        List<String> taken = all(scene).stream().map(Volume::name).toList();
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? "data" : "data-" + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** In whole GiB: a bare number is meant so. */
    Answer readSize(Scene scene, Input input) {
        var matcher = SIZE.matcher(Said.of(input, "size:"));
        if (!matcher.matches()) {
            return Answer.notMeant();
        }
        boolean tib =
                "t".equals(matcher.group(2) == null ? "" : matcher.group(2).toLowerCase(Locale.ROOT));
        int gib = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(tib ? GIB_OF_A_TIB : 1))
                .setScale(0, RoundingMode.UP)
                .intValue();
        String name = scene.answers().find("name").orElse("data");
        return judged(volumes.check(space(scene), name, gib), Answer.accepted("size", String.valueOf(gib)));
    }

    Answer readMode(Scene scene, Input input) {
        String said = Said.of(input).toUpperCase(Locale.ROOT);
        return Stream.of(Volume.Mode.values())
                .filter(mode -> mode.name().equals(said) || mode.kubernetes().equalsIgnoreCase(said))
                .findFirst()
                .map(mode -> Answer.accepted("mode", mode.name()))
                .orElseGet(Answer::notMeant);
    }

    List<String> classes() {
        return volumes.classes();
    }

    Answer readClass(Input input) {
        String said = Said.of(input, "class:");
        return classes().contains(said) ? Answer.accepted("class", said) : Answer.notMeant();
    }

    Answer readVolume(Scene scene, Input input) {
        String said = Said.of(input, "volume:");
        return volumes.find(scene.person(), said).isPresent() ? Answer.accepted("volume", said) : Answer.notMeant();
    }

    void claim(Scene scene, String id) {
        String space = space(scene);
        String name = scene.answers().get("name");
        int gib = scene.answers().number("size");
        var mode = Volume.Mode.valueOf(scene.answers().get("mode"));
        String storageClass =
                scene.answers().find("class").filter(said -> !said.isEmpty()).orElse(null);
        var requester = scene.requester();
        scene.command(() -> volumes.claim(id, space, name, gib, storageClass, mode, requester));
    }

    void release(Scene scene, String id) {
        String name = scene.answers().get("volume");
        String space = volume(scene).map(Volume::space).orElseGet(() -> space(scene));
        var requester = scene.requester();
        scene.command(() -> volumes.release(id, space, name, requester));
    }

    private static Answer judged(List<Problem> problems, Answer good) {
        return problems.isEmpty()
                ? good
                : new Answer.Refused(new HashMap<>(Map.of("", List.<MessageSourceResolvable>copyOf(problems))));
    }
}
