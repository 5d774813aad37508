package io.cosmopilot.conversations.building;

import java.util.List;
import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Confirmation;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.deploy.BuildReport;
import io.cosmopilot.deploy.Builds;

/** The flow {@code build}: code, language, name, tag, space, yes, and the image; then straight on to {@code deploy}. */
@Configuration(proxyBeanMethods = false)
class BuildingConfiguration {

    private final Builds builds;
    private final Sources sources;
    private final Naming naming;
    private final Run run;

    BuildingConfiguration(Builds builds, Sources sources, Naming naming, Run run) {
        this.builds = builds;
        this.sources = sources;
        this.naming = naming;
        this.run = run;
    }

    @Bean
    Flow build() {
        return Flow.named("build")
                .ask(off())
                .ask(nothing())
                .ask(upload())
                .ask(url())
                .ask(branch())
                .ask(language())
                .ask(space())
                .ask(image())
                .ask(tag())
                .ask(repair())
                .confirm(new Confirmation("confirm", this::summary, List.of("language", "image", "tag")))
                .run(Work.named("work")
                        .starting(run::start)
                        .cancelling(run::cancel)
                        .on(BuildReport.Progressed.class, run::progressed)
                        .on(BuildReport.Built.class, run::built)
                        .on(BuildReport.Failed.class, run::failed)
                        .build())
                .build();
    }

    /** Says how to switch it on, to whoever can. */
    private Question off() {
        return Question.named("off")
                .onlyIf(scene -> builds.ability() == Builds.Ability.NOTHING)
                .choices(scene -> List.of(scene.choice("image:action=push", "choice.push"), human(scene)))
                .barrier()
                .build();
    }

    private Question nothing() {
        return Question.named("nothing")
                .onlyIf(scene -> naming.spaces(scene).isEmpty())
                .choices(scene -> List.of(new Block.Choice("space", scene.say("choice.space"), Block.Style.PRIMARY)))
                .barrier()
                .build();
    }

    private Question upload() {
        return Question.named("upload")
                .onlyIf(scene -> !scene.answers().has("url"))
                .choices(scene -> List.of(scene.choice("url", "choice.url")))
                .reading(sources::readUpload)
                .build();
    }

    private Question url() {
        return Question.named("url")
                .freeText()
                .onlyIf(scene ->
                        scene.answers().find("upload").filter(String::isEmpty).isPresent())
                .reading(sources::readUrl)
                .build();
    }

    private Question branch() {
        return Question.named("branch")
                .freeText()
                .onlyIf(Sources::git)
                .choices(scene -> List.of(scene.choice("default", "choice.default-branch")))
                .orElse(scene -> Optional.of("default"))
                .reading((scene, input) -> Sources.readBranch(input))
                .build();
    }

    private Question language() {
        return Question.named("language")
                .mentioning(scene -> new Object[] {sources.detected(scene)})
                .choices(sources::languages)
                .orElse(sources::usual)
                .reading(sources::readLanguage)
                .build();
    }

    private Question space() {
        return Question.named("space")
                .onlyIf(scene -> naming.spaces(scene).size() > 1)
                .choices(scene -> naming.spaces(scene).stream()
                        .map(space -> Block.Choice.of(space, space))
                        .toList())
                .reading(naming::readSpace)
                .build();
    }

    private Question image() {
        return Question.named("image")
                .freeText()
                .mentioning(scene -> new Object[] {naming.proposal(scene)})
                .choices(scene -> List.of(Block.Choice.of("use:" + naming.proposal(scene), naming.proposal(scene))))
                .orElse(scene -> Optional.of(naming.proposal(scene)))
                .reading((scene, input) -> naming.readImage(input))
                .build();
    }

    private Question tag() {
        return Question.named("tag")
                .freeText()
                .mentioning(scene -> new Object[] {naming.nextTag(scene)})
                .choices(scene -> List.of(Block.Choice.of("use:" + naming.nextTag(scene), naming.nextTag(scene))))
                .orElse(scene -> Optional.of(naming.nextTag(scene)))
                .reading(naming::readTag)
                .build();
    }

    private Question repair() {
        return Question.named("repair")
                .deciding()
                .onlyIf(scene -> scene.answers().has(Run.FAILED))
                .mentioning(
                        scene -> new Object[] {scene.answers().find(Run.FAILED).orElse("")})
                .choices(scene -> List.of(
                        scene.choice("retry", "choice.retry"),
                        scene.choice("code", "choice.code"),
                        scene.choice("base", "choice.base"),
                        human(scene),
                        Block.Choice.of("cancel", scene.words().say("conversations.choice.cancel"))))
                .reading(run::repaired)
                .build();
    }

    private List<Block> summary(Scene scene) {
        return List.of(scene.text(
                "confirm.summary", sources.name(scene), sources.languageName(scene), naming.reference(scene)));
    }

    private static Block.Choice human(Scene scene) {
        return scene.choice("human", "choice.human");
    }
}
