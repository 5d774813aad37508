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
import io.cosmopilot.conversations.releasing.Releasing;
import io.cosmopilot.conversations.releasing.Variables;
import io.cosmopilot.deploy.Application;

/** The flow {@code deploy}: template, space, name, variables, plan, yes, roll-out. */
@Configuration(proxyBeanMethods = false)
class DeployingConfiguration {

    private final TemplateChoice templates;
    private final Targets targets;
    private final Variables variables;
    private final Orders orders;
    private final Releasing releasing;

    DeployingConfiguration(
            TemplateChoice templates, Targets targets, Variables variables, Orders orders, Releasing releasing) {
        this.templates = templates;
        this.targets = targets;
        this.variables = variables;
        this.orders = orders;
        this.releasing = releasing;
    }

    @Bean
    Flow deploy() {
        return Flow.named("deploy")
                .ask(nospace())
                .ask(template())
                .ask(space())
                .ask(application())
                .ask(variables())
                .ask(releasing.repair(DeployingConfiguration::edit))
                .run(releasing.plan(orders::order))
                .confirm(new Confirmation("confirm", this::summary, List.of("template", "application", "variables")))
                .run(releasing.apply(DeployingConfiguration::healthy))
                .build();
    }

    private Question nospace() {
        return Question.named("nospace")
                .onlyIf(scene -> targets.spaces(scene).isEmpty())
                .choices(scene -> List.of(
                        new Block.Choice("space", scene.say("nospace.space"), Block.Style.PRIMARY),
                        Block.Choice.of("human", scene.words().say("conversations.choice.human"))))
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

    private static void edit(Scene scene) {
        scene.answers().forget("variables");
        scene.answers().put("editing", "yes");
    }

    private static List<Block> healthy(Scene scene, Application application) {
        return List.of(
                scene.text("healthy", application.name(), addresses(application)),
                new Block.Choices(List.of(
                        new Block.Choice(
                                "domain:" + application.name(),
                                scene.say("healthy.domain", application.name()),
                                Block.Style.PRIMARY),
                        Releasing.status(scene, application.name()))));
    }

    private static String addresses(Application application) {
        return String.join(
                "\n",
                application.addresses().stream()
                        .map(address -> "- `" + address + "`")
                        .toList());
    }

    private List<Block> summary(Scene scene) {
        List<String> lines = new ArrayList<>();
        lines.add(scene.say(
                "confirm.summary", templates.title(scene), scene.answers().get("application"), targets.space(scene)));
        lines.addAll(variables.readable(scene));
        return List.of(new Block.Text(String.join("\n", lines)), releasing.planned(scene));
    }
}
