package io.cosmopilot.conversations.deploying;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Confirmation;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.deploy.ReleaseReport;

/** The flow {@code deploy}: template, space, name, variables, plan, yes, roll-out. */
@Configuration(proxyBeanMethods = false)
class DeployingConfiguration {

    private final TemplateChoice templates;
    private final Targets targets;
    private final Variables variables;
    private final Rollout rollout;

    DeployingConfiguration(TemplateChoice templates, Targets targets, Variables variables, Rollout rollout) {
        this.templates = templates;
        this.targets = targets;
        this.variables = variables;
        this.rollout = rollout;
    }

    @Bean
    Flow deploy() {
        return Flow.named("deploy")
                .ask(nospace())
                .ask(template())
                .ask(space())
                .ask(application())
                .ask(variables())
                .ask(repair())
                .run(plan())
                .confirm(new Confirmation("confirm", this::summary, List.of("template", "application", "variables")))
                .run(apply())
                .build();
    }

    private Question nospace() {
        return Question.named("nospace")
                .onlyIf(scene -> targets.spaces(scene).isEmpty())
                .choices(scene -> List.of(
                        new Block.Choice("space", scene.say("nospace.space"), Block.Style.PRIMARY),
                        scene.choice("human", "repair.human")))
                .reading((scene, input) -> Answer.notMeant())
                .build();
    }

    private Question template() {
        return Question.named("template")
                .choices(templates::choices)
                .reading(templates::read)
                .build();
    }

    private Question space() {
        return Question.named("space")
                .onlyIf(scene -> targets.spaces(scene).size() > 1)
                .choices(targets::spaceChoices)
                .reading(targets::readSpace)
                .build();
    }

    private Question application() {
        return Question.named("application")
                .freeText()
                .mentioning(scene -> new Object[] {templates.title(scene), targets.proposal(scene)})
                .choices(scene -> List.of(Block.Choice.of("use:" + targets.proposal(scene), targets.proposal(scene))))
                .orElse(scene -> Optional.of(targets.proposal(scene)))
                .reading(targets::readName)
                .build();
    }

    private Question variables() {
        return Question.named("variables")
                .onlyIf(scene -> scene.answers().has("editing") || variables.asked(scene))
                .mentioning(scene -> new Object[] {templates.title(scene)})
                .form(variables::fields)
                .choices(scene -> variables.defaultsDo(scene)
                        ? List.of(scene.choice("defaults", "variables.defaults"))
                        : List.of())
                .reading(variables::read)
                .build();
    }

    private Question repair() {
        return Question.named("repair")
                .deciding()
                .onlyIf(scene -> scene.answers().has(Rollout.FAILED))
                .mentioning(scene -> new Object[] {scene.answers().get(Rollout.FAILED)})
                .choices(rollout::offers)
                .reading(rollout::repaired)
                .build();
    }

    private Work plan() {
        return Work.named("plan")
                .starting(rollout::plan)
                .cancelling(rollout::cancel)
                .on(ReleaseReport.Planned.class, rollout::planned)
                .on(ReleaseReport.Refused.class, rollout::refused)
                .build();
    }

    private Work apply() {
        return Work.named("apply")
                .starting(rollout::apply)
                .cancelling(rollout::cancel)
                .on(ReleaseReport.Progressed.class, rollout::progressed)
                .on(ReleaseReport.Healthy.class, rollout::healthy)
                .on(ReleaseReport.Failed.class, rollout::failed)
                .on(ReleaseReport.Refused.class, rollout::refused)
                .build();
    }

    private List<Block> summary(Scene scene) {
        List<String> lines = new ArrayList<>();
        lines.add(scene.say(
                "confirm.summary", templates.title(scene), scene.answers().get("application"), targets.space(scene)));
        lines.addAll(variables.readable(scene));
        return List.of(
                new Block.Text(String.join("\n", lines)),
                scene.text("confirm.plan", scene.answers().find("plan.text").orElse("")));
    }
}
