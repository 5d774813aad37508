package io.cosmopilot.conversations.configs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.approvals.SpaceFirst;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Confirmation;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Errand;
import io.cosmopilot.conversations.releasing.Said;

/** The flow {@code config}: make, show, edit or delete a configuration. */
@Configuration(proxyBeanMethods = false)
class ConfigsConfiguration {

    private static final String SHOW = "show";
    private static final String DELETE = "delete";
    private static final int READABLE = 4_000;

    private final ConfigAnswers answers;
    private final SpaceFirst spaceFirst;

    ConfigsConfiguration(ConfigAnswers answers, SpaceFirst spaceFirst) {
        this.answers = answers;
        this.spaceFirst = spaceFirst;
    }

    @Bean
    Flow config() {
        return Flow.named("config")
                .ask(spaceFirst.question(scene -> answers.spaces(scene).isEmpty()))
                .ask(action())
                .ask(space())
                .ask(name())
                .ask(file())
                .ask(content())
                .ask(another())
                .ask(Errand.repair(this::reopen))
                .confirm(new Confirmation("confirm", this::summary, List.of("name", "file"))
                        .onlyIf(scene -> !answers.does(scene, SHOW)))
                .run(Errand.work(scene -> !answers.does(scene, SHOW), this::start, this::done))
                .then(this::show)
                .build();
    }

    private Question action() {
        return Question.named("action")
                .choices(scene -> Stream.of("create", SHOW, "edit", DELETE)
                        .filter(action ->
                                action.equals("create") || !answers.all(scene).isEmpty())
                        .map(action -> scene.choice(action, "action." + action))
                        .toList())
                .reading(answers::readAction)
                .build();
    }

    private Question space() {
        return Question.named("space")
                .onlyIf(scene ->
                        answers.does(scene, "create") && answers.spaces(scene).size() > 1)
                .choices(scene -> answers.spaces(scene).stream()
                        .map(name -> Block.Choice.of(name, name))
                        .toList())
                .reading(answers::readSpace)
                .build();
    }

    private Question name() {
        return Question.named("name")
                .freeText()
                .choices(scene -> answers.does(scene, "create")
                        ? List.of()
                        : answers.all(scene).stream()
                                .map(known -> Block.Choice.of("config:" + known.name(), known.name()))
                                .toList())
                .reading(answers::readName)
                .build();
    }

    private Question file() {
        return Question.named("file")
                .freeText()
                .onlyIf(ConfigsConfiguration::writes)
                .mentioning(scene -> new Object[] {scene.answers().get("name")})
                .choices(answers::fileChoices)
                .reading(answers::readFile)
                .build();
    }

    private Question content() {
        return Question.named("content")
                .freeText()
                .onlyIf(ConfigsConfiguration::writes)
                .mentioning(scene -> new Object[] {scene.answers().get("file")})
                .reading(answers::readContent)
                .build();
    }

    /** Several files, one after the other. */
    private Question another() {
        return Question.named("another")
                .onlyIf(ConfigsConfiguration::writes)
                .mentioning(scene ->
                        new Object[] {String.join(", ", answers.files(scene).keySet())})
                .choices(scene -> List.of(
                        new Block.Choice("enough", scene.say("another.enough"), Block.Style.PRIMARY),
                        scene.choice("more", "another.more")))
                .orElse(scene -> Optional.of("enough"))
                .reading((scene, input) -> switch (Said.of(input)) {
                    case "enough" -> Answer.accepted("another", "enough");
                    case "more" -> {
                        scene.answers().forget("file");
                        scene.answers().forget("content");
                        yield Answer.accepted("more", "");
                    }
                    default -> input instanceof Input.File ? answers.readFile(scene, input) : Answer.notMeant();
                })
                .deciding()
                .build();
    }

    private static boolean writes(Scene scene) {
        return scene.answers()
                .find("action")
                .filter(action -> action.equals("create") || action.equals("edit"))
                .isPresent();
    }

    private void reopen(Scene scene) {
        List.of("file", "content", "another").forEach(scene.answers()::forget);
    }

    private List<Block> summary(Scene scene) {
        String name = scene.answers().get("name");
        if (answers.does(scene, DELETE)) {
            return List.of(scene.text("confirm.delete", name));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(scene.text(
                "confirm.keep", name, String.join(", ", answers.files(scene).keySet())));
        answers.changed(scene).forEach((file, content) -> {
            blocks.add(new Block.Text("`" + file + "`"));
            blocks.add(new Block.Code("text", shortened(content)));
        });
        var stubborn = answers.readers(scene).stream()
                .filter(reader -> reader.bySubPath())
                .map(reader -> reader.application())
                .toList();
        if (!stubborn.isEmpty()) {
            blocks.add(scene.text("confirm.subpath", String.join(", ", stubborn)));
        }
        return blocks;
    }

    private void start(Scene scene, String id) {
        if (answers.does(scene, DELETE)) {
            answers.remove(scene, id);
        } else {
            answers.keep(scene, id);
        }
    }

    private void done(Scene scene) {
        String name = scene.answers().get("name");
        if (answers.does(scene, DELETE)) {
            scene.reply(scene.text("done.delete", name));
            return;
        }
        var stubborn = answers.readers(scene).stream()
                .filter(reader -> reader.bySubPath())
                .map(reader -> reader.application())
                .toList();
        if (stubborn.isEmpty()) {
            scene.reply(
                    scene.text("done.keep", name), new Block.Choices(List.of(scene.choice("manage", "done.mount"))));
        } else {
            scene.reply(
                    scene.text("done.restart", name, String.join(", ", stubborn)),
                    new Block.Choices(stubborn.stream()
                            .map(application -> Block.Choice.of(
                                    "restart:" + application, scene.say("done.restart.choice", application)))
                            .toList()));
        }
    }

    private void show(Scene scene) {
        if (!answers.does(scene, SHOW)) {
            return;
        }
        List<Block> blocks = new ArrayList<>();
        var readers = answers.readers(scene).stream()
                .map(reader -> reader.application())
                .toList();
        blocks.add(scene.text(
                readers.isEmpty() ? "shown" : "shown.read", scene.answers().get("name"), String.join(", ", readers)));
        answers.files(scene).forEach((file, content) -> {
            blocks.add(new Block.Text("`" + file + "`"));
            blocks.add(new Block.Code("text", shortened(content)));
        });
        scene.reply(blocks);
    }

    private static String shortened(String content) {
        return content.length() > READABLE ? content.substring(0, READABLE) + "\n…" : content;
    }
}
