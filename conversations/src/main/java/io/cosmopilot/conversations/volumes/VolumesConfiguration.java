package io.cosmopilot.conversations.volumes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.approvals.ApprovalChanged;
import io.cosmopilot.conversations.approvals.ApprovalWaiting;
import io.cosmopilot.conversations.approvals.Prose;
import io.cosmopilot.conversations.approvals.SpaceFirst;
import io.cosmopilot.conversations.engine.Confirmation;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.conversations.releasing.Errand;
import io.cosmopilot.deploy.Volume;

/** The flow {@code volume}: apply for one, see all, give one back; ask for a directory of the hosts. */
@Configuration(proxyBeanMethods = false)
class VolumesConfiguration {

    private static final String CREATE = "create";
    private static final String SHOW = "show";
    private static final String RELEASE = "release";
    private static final String HOST = "host";

    private final VolumeAnswers answers;
    private final HostDirectories directories;
    private final HostDirectoryRequest request;
    private final SpaceFirst spaceFirst;

    VolumesConfiguration(
            VolumeAnswers answers, HostDirectories directories, HostDirectoryRequest request, SpaceFirst spaceFirst) {
        this.answers = answers;
        this.directories = directories;
        this.request = request;
        this.spaceFirst = spaceFirst;
    }

    @Bean
    Flow volume() {
        return Flow.named("volume")
                .ask(spaceFirst.question(scene -> answers.spaces(scene).isEmpty()))
                .ask(action())
                .ask(space())
                .ask(name())
                .ask(size())
                .ask(mode())
                .ask(storage())
                .ask(released())
                .ask(path())
                .ask(purpose())
                .ask(Errand.repair(this::reopen))
                .confirm(new Confirmation(
                                "confirm",
                                this::summary,
                                List.of("action", "name", "size", "mode", "volume", HostDirectories.PATH, "purpose"))
                        .onlyIf(scene -> !answers.does(scene, SHOW)))
                .run(Errand.work(
                        scene -> answers.does(scene, CREATE) || answers.does(scene, RELEASE), this::start, this::done))
                .run(Work.named("review")
                        .onlyIf(scene -> answers.does(scene, HOST))
                        .starting(request::start)
                        .cancelling(request::cancel)
                        .on(ApprovalChanged.class, request::changed)
                        .on(ApprovalWaiting.class, request::waiting)
                        .build())
                .then(this::show)
                .build();
    }

    private Question action() {
        return Question.named("action")
                .choices(scene ->
                        answers.actions(scene, !directories.lines(scene).isEmpty()))
                .reading(answers::readAction)
                .build();
    }

    private Question space() {
        return Question.named("space")
                .onlyIf(scene -> (answers.does(scene, CREATE) || answers.does(scene, HOST))
                        && answers.spaces(scene).size() > 1)
                .choices(scene -> answers.spaces(scene).stream()
                        .map(name -> Block.Choice.of(name, name))
                        .toList())
                .reading(answers::readSpace)
                .build();
    }

    private Question name() {
        return Question.named("name")
                .freeText()
                .onlyIf(scene -> answers.does(scene, CREATE))
                .mentioning(scene -> new Object[] {answers.proposal(scene)})
                .choices(scene -> List.of(Block.Choice.of("use:" + answers.proposal(scene), answers.proposal(scene))))
                .orElse(scene -> Optional.of(answers.proposal(scene)))
                .reading(answers::readName)
                .build();
    }

    private Question size() {
        return Question.named("size")
                .onlyIf(scene -> answers.does(scene, CREATE))
                .choices(scene -> Stream.of(1, 5, 10, 20)
                        .map(gib -> Block.Choice.of("size:" + gib, gib + "Gi"))
                        .toList())
                .reading(answers::readSize)
                .build();
    }

    private Question mode() {
        return Question.named("mode")
                .onlyIf(scene -> answers.does(scene, CREATE))
                .choices(scene -> Stream.of(Volume.Mode.values())
                        .map(mode -> Block.Choice.of(word(mode), scene.say("mode." + word(mode))))
                        .toList())
                .orElse(scene -> Optional.of(Volume.Mode.ONE_HOST.name()))
                .reading(answers::readMode)
                .build();
    }

    /** The first is the cluster's usual one, if it has one. */
    private Question storage() {
        return Question.named("class")
                .onlyIf(scene ->
                        answers.does(scene, CREATE) && !answers.classes().isEmpty())
                .choices(scene -> answers.classes().stream()
                        .map(name -> Block.Choice.of("class:" + name, name))
                        .toList())
                .reading((scene, input) -> answers.readClass(input))
                .build();
    }

    private Question released() {
        return Question.named("volume")
                .onlyIf(scene -> answers.does(scene, RELEASE))
                .choices(scene -> answers.all(scene).stream()
                        .map(volume -> Block.Choice.of("volume:" + volume.name(), line(scene, volume)))
                        .toList())
                .reading(answers::readVolume)
                .build();
    }

    private Question path() {
        return Question.named(HostDirectories.PATH)
                .freeText()
                .onlyIf(scene -> answers.does(scene, HOST))
                .literal()
                .dependsOn("space")
                .reading(directories::read)
                .build();
    }

    private Question purpose() {
        return Question.named("purpose")
                .freeText()
                .onlyIf(scene -> answers.does(scene, HOST))
                .mentioning(scene -> new Object[] {scene.answers().get(HostDirectories.PATH)})
                .reading((scene, input) -> Prose.read("purpose", input))
                .build();
    }

    private void reopen(Scene scene) {
        List.of("action", "name", "size", "volume").forEach(scene.answers()::forget);
    }

    private List<Block> summary(Scene scene) {
        if (answers.does(scene, RELEASE)) {
            return List.of(scene.text("confirm.release", scene.answers().get("volume")));
        }
        if (answers.does(scene, HOST)) {
            return List.of(scene.text(
                    "confirm.host",
                    scene.answers().get(HostDirectories.PATH),
                    answers.space(scene),
                    scene.answers().get("purpose")));
        }
        var mode = Volume.Mode.valueOf(scene.answers().get("mode"));
        return List.of(scene.text(
                "confirm.create",
                scene.answers().get("name"),
                scene.answers().get("size"),
                scene.say("mode." + word(mode)),
                answers.space(scene)));
    }

    private void start(Scene scene, String id) {
        if (answers.does(scene, RELEASE)) {
            answers.release(scene, id);
        } else {
            answers.claim(scene, id);
        }
    }

    private void done(Scene scene) {
        if (answers.does(scene, RELEASE)) {
            scene.reply(scene.text("done.release", scene.answers().get("volume")));
        } else {
            scene.reply(
                    scene.text("done.create", scene.answers().get("name")),
                    new Block.Choices(
                            List.of(scene.choice("manage", "done.mount"), scene.choice("deploy", "done.deploy"))));
        }
    }

    private void show(Scene scene) {
        if (answers.does(scene, SHOW)) {
            Stream<String> volumes = answers.all(scene).stream().map(volume -> line(scene, volume));
            String lines = Stream.concat(volumes, directories.lines(scene).stream())
                    .map(line -> "- " + line)
                    .collect(Collectors.joining("\n"));
            scene.reply(scene.text("list"), new Block.Text(lines));
        }
    }

    private static String line(Scene scene, Volume volume) {
        String use = volume.usedBy().isEmpty()
                ? scene.say("line.free")
                : scene.say("line.used", String.join(", ", volume.usedBy()));
        return scene.say(
                "line", volume.name(), volume.size(), scene.say("mode." + word(volume.mode())), use, volume.space());
    }

    private static String word(Volume.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
