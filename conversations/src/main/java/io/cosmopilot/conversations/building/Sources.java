package io.cosmopilot.conversations.building;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Uploads;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.BuildOrder.Source;
import io.cosmopilot.deploy.Builds;
import io.cosmopilot.deploy.Builds.Base;
import io.cosmopilot.deploy.Builds.Detected;

/** Where the code is, and what it is. */
@Component
class Sources {

    private static final String DOCKERFILE = "dockerfile";
    private static final String DETECTED = "detected";
    private static final String START = "start";

    private final Builds builds;
    private final Uploads uploads;

    Sources(Builds builds, Uploads uploads) {
        this.builds = builds;
        this.uploads = uploads;
    }

    /** A file, the id of one that was handed in, an address, or the button that asks for one. */
    Answer readUpload(Scene scene, Input input) {
        return switch (input) {
            case Input.File file -> upload(scene, file.upload());
            case Input.Pick pick -> pick.choice().equals("url") ? Answer.accepted("upload", "") : Answer.notMeant();
            case Input.Text text -> {
                var said = text.text().strip();
                yield said.contains("://") || said.startsWith("git@") ? readUrl(scene, input) : upload(scene, said);
            }
            default -> Answer.notMeant();
        };
    }

    private Answer upload(Scene scene, String id) {
        var file = uploads.find(scene.person(), id);
        var content = uploads.content(scene.person(), id);
        if (file.isEmpty() || content.isEmpty()) {
            return Answer.notMeant();
        }
        var source = new Source.Upload(file.get().name(), content.get());
        var objection = builds.objection(source);
        if (objection.isPresent()) {
            return Said.refused(scene, objection.get());
        }
        remember(scene, builds.detect(source.name(), source.content()));
        return Answer.accepted("upload", id);
    }

    Answer readUrl(Scene scene, Input input) {
        if (!(input instanceof Input.Text text)) {
            return Answer.notMeant();
        }
        var said = text.text().strip();
        var url = said.contains("://") ? said : "https://" + said;
        var objection = builds.objection(source(url, ""));
        if (objection.isPresent()) {
            return Said.refused(scene, objection.get());
        }
        return Answer.accepted("url", url);
    }

    private static void remember(Scene scene, Optional<Detected> detected) {
        scene.answers().put(DETECTED, detected.map(Detected::language).orElse(""));
        scene.answers().put(START, detected.map(Detected::start).orElse(""));
    }

    static boolean git(Scene scene) {
        return scene.answers().find("url").filter(Sources::repository).isPresent();
    }

    /** An address that does not name a file is a repository's. */
    private static boolean repository(String url) {
        var lower = url.toLowerCase(Locale.ROOT);
        return lower.endsWith(".git")
                || List.of(".zip", ".tar", ".tgz", ".tar.gz", ".jar", ".war", ".html").stream()
                        .noneMatch(lower::endsWith);
    }

    private static Source source(String url, String branch) {
        return repository(url) ? new Source.Git(url, branch) : new Source.Url(url);
    }

    static Answer readBranch(Input input) {
        return switch (input) {
            case Input.Pick pick -> pick.choice().equals("default") ? Answer.accepted("branch", "") : Answer.notMeant();
            case Input.Text text -> {
                var branch = text.text().strip();
                boolean plain = branch.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,99}") && !branch.contains("..");
                yield plain
                        ? Answer.accepted("branch", branch.equals("default") ? "" : branch)
                        : Answer.refused("conversations.build.branch.form");
            }
            default -> Answer.notMeant();
        };
    }

    /** What the code was seen to be, in words; empty when nobody has looked or can tell. */
    String detected(Scene scene) {
        var language = scene.answers().find(DETECTED).orElse("");
        return language.isEmpty()
                ? scene.say("language.unknown")
                : scene.say(
                        "language.detected",
                        scene.say("language." + language),
                        scene.answers().find(START).orElse(""));
    }

    /** First what fits. */
    List<Block.Choice> languages(Scene scene) {
        var detected = scene.answers().find(DETECTED).orElse("");
        var fitting = new ArrayList<Block.Choice>();
        var others = new ArrayList<Block.Choice>();
        for (var base : builds.bases()) {
            (base.language().equals(detected) ? fitting : others).add(Block.Choice.of(base.id(), name(scene, base)));
        }
        if (builds.ability() == Builds.Ability.DOCKERFILES) {
            (detected.equals(DOCKERFILE) ? fitting : others)
                    .add(Block.Choice.of(DOCKERFILE, scene.say("language.dockerfile")));
        }
        fitting.addAll(others);
        return fitting;
    }

    Optional<String> usual(Scene scene) {
        var detected = scene.answers().find(DETECTED).orElse("");
        return languages(scene).stream()
                .map(Block.Choice::id)
                .filter(id -> id.equals(detected) || id.startsWith(detected + "-"))
                .findFirst()
                .filter(id -> !detected.isEmpty());
    }

    Answer readLanguage(Scene scene, Input input) {
        var said = Said.by(input).toLowerCase(Locale.ROOT).replace(' ', '-');
        return languages(scene).stream()
                .map(Block.Choice::id)
                .filter(id -> id.equals(said) || id.startsWith(said + "-"))
                .filter(id -> !said.isEmpty())
                .findFirst()
                .map(id -> Answer.accepted("language", id))
                .orElseGet(Answer::notMeant);
    }

    String languageName(Scene scene) {
        var id = scene.answers().find("language").orElse("");
        return builds.bases().stream()
                .filter(base -> base.id().equals(id))
                .findFirst()
                .map(base -> name(scene, base) + " (`" + base.image() + "`)")
                .orElseGet(() -> scene.say("language.dockerfile"));
    }

    private static String name(Scene scene, Base base) {
        return scene.say("language." + base.language()) + " " + base.version();
    }

    /** The code's own name, for people. */
    String name(Scene scene) {
        return scene.answers()
                .find("url")
                .or(() -> scene.answers()
                        .find("upload")
                        .flatMap(id -> uploads.find(scene.person(), id))
                        .map(Uploads.Upload::name))
                .orElse("");
    }

    /** The code; empty when the file that was handed in is kept no more. */
    Optional<Source> source(Scene scene) {
        var branch = scene.answers().find("branch").orElse("");
        return scene.answers()
                .find("url")
                .map(url -> source(url, branch))
                .or(() -> scene.answers()
                        .find("upload")
                        .flatMap(id -> uploads.find(scene.person(), id)
                                .flatMap(file -> uploads.content(scene.person(), id)
                                        .map(content -> new Source.Upload(file.name(), content)))));
    }

    /** The id of the base image; empty for a Dockerfile. */
    static Optional<String> base(Scene scene) {
        return scene.answers().find("language").filter(id -> !id.equals(DOCKERFILE));
    }
}
