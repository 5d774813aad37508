package io.cosmopilot.conversations.deploying;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.approvals.SpaceFirst;
import io.cosmopilot.conversations.aspects.Aspects;
import io.cosmopilot.conversations.engine.Confirmation;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.ImageNames;
import io.cosmopilot.conversations.releasing.Releasing;
import io.cosmopilot.conversations.releasing.Variables;
import io.cosmopilot.conversations.releasing.YamlReading;
import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Application;

/** The flow {@code deploy}: template, image or YAML; space, name, settings; plan, yes, roll-out. */
@Configuration(proxyBeanMethods = false)
class DeployingConfiguration {

    private static final String REPLICAS = "REPLICAS";

    private static final String DEFAULTS = "defaults";

    private final TemplateChoice templates;
    private final ImageChoice images;
    private final YamlReading yaml;
    private final Targets targets;
    private final Variables variables;
    private final Aspects aspects;
    private final Orders orders;
    private final Releasing releasing;
    private final SpaceFirst spaceFirst;

    DeployingConfiguration(
            TemplateChoice templates,
            ImageChoice images,
            YamlReading yaml,
            Targets targets,
            Variables variables,
            Aspects aspects,
            Orders orders,
            Releasing releasing,
            SpaceFirst spaceFirst) {
        this.templates = templates;
        this.images = images;
        this.yaml = yaml;
        this.targets = targets;
        this.variables = variables;
        this.aspects = aspects;
        this.orders = orders;
        this.releasing = releasing;
        this.spaceFirst = spaceFirst;
    }

    @Bean
    Flow deploy() {
        Flow.Builder flow = Flow.named("deploy")
                .version(2)
                .ask(spaceFirst.question(scene -> targets.spaces(scene).isEmpty()))
                .ask(template())
                .ask(image())
                .ask(port())
                .ask(yaml())
                .ask(space())
                .ask(application())
                .ask(variables());
        return aspects.into(flow, Releasing::planned)
                .ask(releasing.repair(DeployingConfiguration::edit))
                .run(releasing.plan(orders::order))
                .confirm(new Confirmation(
                        "confirm",
                        this::summary,
                        List.of("template", "image", "port", "yaml", "application", "variables", Aspects.MORE)))
                .run(releasing.apply(DeployingConfiguration::healthy))
                .made(Releasing::made)
                .undone(Releasing::undone)
                .build();
    }

    private Question template() {
        return Question.named("template")
                .onlyIf(scene -> Ways.TEMPLATE.taken(scene))
                .choices(templates::choices)
                .reading(templates::read)
                .build();
    }

    private Question image() {
        return Question.named("image")
                .freeText()
                .onlyIf(scene -> Ways.IMAGE.taken(scene))
                .mentioning(scene -> new Object[] {images.example(scene)})
                .reading(images::read)
                .build();
    }

    /** A port means that somebody is served; size and availability come with the first plan. */
    private Question port() {
        return Question.named("port")
                .onlyIf(scene -> Ways.IMAGE.taken(scene))
                .mentioning(scene -> new Object[] {images.image(scene)})
                .choices(images::portChoices)
                .orElse(images::usualPort)
                .reading((scene, input) -> {
                    aspects.want(scene, "size");
                    return images.readPort(scene, input);
                })
                .build();
    }

    private Question yaml() {
        return Question.named("yaml")
                .freeText()
                .onlyIf(scene -> Ways.YAML.taken(scene))
                .reading(yaml::read)
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
                .alsoCalled("name")
                .mentioning(scene -> new Object[] {templates.title(scene), targets.proposal(scene)})
                .choices(scene -> List.of(Block.Choice.of("use:" + targets.proposal(scene), targets.proposal(scene))))
                .orElse(scene -> Optional.of(targets.proposal(scene)))
                .reading(targets::readName)
                .build();
    }

    private Question variables() {
        return Question.named("variables")
                .dependsOn("template")
                .onlyIf(scene -> variables.has(scene) && (Releasing.planned(scene) || variables.asked(scene)))
                .mentioning(scene -> new Object[] {templates.title(scene)})
                .form(variables::fields)
                .choices(scene -> variables.defaultsDo(scene)
                        ? List.of(new Block.Choice(DEFAULTS, scene.say("variables.defaults"), Block.Style.PRIMARY))
                        : List.of())
                .skipping(
                        scene -> variables.defaultsDo(scene) ? Optional.of(new Input.Pick(DEFAULTS)) : Optional.empty())
                .reading(variables::read)
                .parts(variables::readOne)
                .build();
    }

    /** Back to what can be at fault: the form of the variables where there is one, else any other setting. */
    private static void edit(Scene scene) {
        scene.answers().forget("variables");
        if (!Ways.TEMPLATE.taken(scene)) {
            scene.answers().forget(Aspects.MORE);
        }
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

    /** Whether the number of instances is said beside the variables, which then do not decide it. */
    private boolean counted(Scene scene) {
        return aspects.adjustments(scene).stream()
                .anyMatch(adjustment -> adjustment instanceof Adjustment.Scale scale && scale.component() == null);
    }

    private List<Block> summary(Scene scene) {
        List<String> lines = new ArrayList<>();
        lines.add(scene.say(
                "confirm.summary", templates.title(scene), scene.answers().get("application"), targets.space(scene)));
        lines.addAll(variables.readable(scene, counted(scene) ? Set.of(REPLICAS) : Set.of()));
        lines.addAll(aspects.readable(scene));
        if (Ways.IMAGE.taken(scene) && !ImageNames.isVersioned(images.image(scene))) {
            lines.add("- " + scene.say("image.unversioned"));
        }
        return List.of(new Block.Text(String.join("\n", lines)), releasing.text(scene));
    }
}
