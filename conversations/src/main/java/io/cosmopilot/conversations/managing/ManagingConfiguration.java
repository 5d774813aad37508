package io.cosmopilot.conversations.managing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.aspects.Aspects;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Confirmation;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Releasing;
import io.cosmopilot.conversations.releasing.Said;
import io.cosmopilot.deploy.Application;

/** The flow {@code manage}: application, deed, its details, plan, yes, roll-out. */
@Configuration(proxyBeanMethods = false)
class ManagingConfiguration {

    private final Managed managed;
    private final Details details;
    private final Settings settings;
    private final Aspects aspects;
    private final Orders orders;
    private final Releasing releasing;

    ManagingConfiguration(
            Managed managed, Details details, Settings settings, Aspects aspects, Orders orders, Releasing releasing) {
        this.managed = managed;
        this.details = details;
        this.settings = settings;
        this.aspects = aspects;
        this.orders = orders;
        this.releasing = releasing;
    }

    @Bean
    Flow manage() {
        Flow.Builder flow = Flow.named("manage")
                .ask(nothing())
                .ask(application())
                .ask(action())
                .ask(replicas())
                .ask(image())
                .ask(release())
                .ask(settings())
                .ask(again())
                .ask(volumes());
        return aspects.into(flow, scene -> managed.does(scene, Action.EDIT) && !settings.asked(scene))
                .ask(releasing.repair(this::reopen))
                .run(releasing.plan(orders::order))
                .confirm(new Confirmation(
                        "confirm",
                        this::summary,
                        List.of("application", "action", "replicas", "image", "release", "settings", Aspects.MORE)))
                .run(releasing.apply(this::done))
                .made(Releasing::made)
                .undone(Releasing::undone)
                .build();
    }

    private Question nothing() {
        return Question.named("nothing")
                .onlyIf(scene -> !scene.answers().has("application")
                        && managed.all(scene).isEmpty())
                .choices(scene -> List.of(new Block.Choice("deploy", scene.say("nothing.deploy"), Block.Style.PRIMARY)))
                .barrier()
                .build();
    }

    private Question application() {
        return Question.named("application")
                .choices(managed::applicationChoices)
                .reading(managed::readApplication)
                .build();
    }

    private Question action() {
        return Question.named("action")
                .mentioning(ManagingConfiguration::name)
                .choices(managed::actionChoices)
                .reading(managed::readAction)
                .build();
    }

    private Question replicas() {
        return Question.named("replicas")
                .onlyIf(scene -> managed.does(scene, Action.SCALE))
                .mentioning(scene -> new Object[] {scene.answers().get("application"), details.replicas(scene)})
                .choices(details::replicaChoices)
                .reading(details::readReplicas)
                .build();
    }

    private Question image() {
        return Question.named("image")
                .freeText()
                .onlyIf(scene -> managed.does(scene, Action.UPGRADE))
                .mentioning(scene -> new Object[] {scene.answers().get("application"), details.image(scene)})
                .reading(details::readImage)
                .build();
    }

    private Question release() {
        return Question.named("release")
                .onlyIf(scene -> managed.does(scene, Action.ROLLBACK))
                .mentioning(ManagingConfiguration::name)
                .choices(details::releaseChoices)
                .orElse(details::usualRelease)
                .reading(details::readRelease)
                .build();
    }

    private Question settings() {
        return Question.named("settings")
                .onlyIf(settings::asked)
                .mentioning(ManagingConfiguration::name)
                .form(settings::fields)
                .choices(settings::choices)
                .reading(settings::read)
                .parts(settings::readOne)
                .build();
    }

    /** Whoever deletes the wrong thing has not read its name. */
    private Question again() {
        return Question.named("again")
                .freeText()
                .declinable()
                .onlyIf(scene -> managed.does(scene, Action.DELETE))
                .mentioning(scene -> new Object[] {scene.answers().get("application"), parts(scene)})
                .reading((scene, input) -> {
                    String said = Said.of(input);
                    String name = scene.answers().get("application");
                    return said.equals(name)
                            ? Answer.accepted("again", said)
                            : Answer.refused("conversations.manage.again.other", name);
                })
                .build();
    }

    private Question volumes() {
        return Question.named("volumes")
                .onlyIf(scene -> managed.does(scene, Action.DELETE) && managed.hasVolumes(scene))
                .mentioning(ManagingConfiguration::name)
                .choices(scene -> List.of(
                        new Block.Choice("keep", scene.say("volumes.keep"), Block.Style.PRIMARY),
                        new Block.Choice("delete", scene.say("volumes.delete"), Block.Style.DANGER)))
                .orElse(scene -> Optional.of("keep"))
                .reading((scene, input) -> switch (Said.of(input)) {
                    case "keep" -> Answer.accepted("volumes", "keep");
                    case "delete" -> Answer.accepted("volumes", "delete");
                    default -> Answer.notMeant();
                })
                .build();
    }

    private void reopen(Scene scene) {
        switch (managed.action(scene)) {
            case SCALE -> scene.answers().forget("replicas");
            case UPGRADE -> scene.answers().forget("image");
            case ROLLBACK -> scene.answers().forget("release");
            case EDIT -> {
                scene.answers().forget("settings");
                scene.answers().forget(Aspects.MORE);
            }
            default -> scene.answers().forget("action");
        }
    }

    private List<Block> summary(Scene scene) {
        Object[] arguments = switch (managed.action(scene)) {
            case SCALE -> new Object[] {details.replicas(scene), scene.answers().number("replicas")};
            case UPGRADE -> new Object[] {details.image(scene), scene.answers().get("image")};
            case ROLLBACK, UNDO -> new Object[] {details.release(scene)};
            case DELETE ->
                new Object[] {
                    scene.say(
                            "confirm.volumes." + scene.answers().find("volumes").orElse("none"))
                };
            default -> new Object[0];
        };
        return List.of(
                scene.text(
                        "confirm." + managed.action(scene).word(),
                        Stream.concat(Stream.of(scene.answers().get("application")), Arrays.stream(arguments))
                                .toArray()),
                releasing.text(scene));
    }

    private List<Block> done(Scene scene, Application application) {
        return List.of(
                scene.text("done." + application.health().name().toLowerCase(Locale.ROOT), application.name()),
                new Block.Choices(List.of(
                        Releasing.status(scene, application.name()), Releasing.undo(scene, application.name()))));
    }

    private String parts(Scene scene) {
        return managed.application(scene)
                .map(application -> String.join(
                        "\n",
                        application.components().stream()
                                .map(part -> "- " + part.kind() + " `" + part.name() + "`")
                                .toList()))
                .orElse("");
    }

    private static Object[] name(Scene scene) {
        return new Object[] {scene.answers().get("application")};
    }
}
