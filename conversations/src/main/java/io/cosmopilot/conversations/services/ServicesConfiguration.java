package io.cosmopilot.conversations.services;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Confirmation;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Releasing;
import io.cosmopilot.deploy.Application;

/** The flow {@code service}: application, type and ports of its Service, plan, yes, roll-out. */
@Configuration(proxyBeanMethods = false)
class ServicesConfiguration {

    private final ServiceAnswers answers;
    private final Releasing releasing;

    ServicesConfiguration(ServiceAnswers answers, Releasing releasing) {
        this.answers = answers;
        this.releasing = releasing;
    }

    @Bean
    Flow service() {
        return Flow.named("service")
                .ask(nothing())
                .ask(application())
                .ask(service(answers))
                .ask(type())
                .ask(ports())
                .ask(releasing.repair(scene -> scene.answers().forget("ports")))
                .run(releasing.plan(answers::order))
                .confirm(new Confirmation("confirm", this::summary, List.of("application", "type", "ports")))
                .run(releasing.apply(this::done))
                .build();
    }

    private Question nothing() {
        return Question.named("nothing")
                .onlyIf(scene -> answers.all(scene).isEmpty())
                .choices(scene -> List.of(new Block.Choice("deploy", scene.say("nothing.deploy"), Block.Style.PRIMARY)))
                .barrier()
                .build();
    }

    private Question application() {
        return Question.named("application")
                .choices(answers::applicationChoices)
                .reading(answers::readApplication)
                .build();
    }

    private static Question service(ServiceAnswers answers) {
        return Question.named("service")
                .onlyIf(scene -> answers.services(scene).size() > 1)
                .mentioning(scene -> new Object[] {scene.answers().get("application"), answers.described(scene)})
                .choices(answers::serviceChoices)
                .reading(answers::readService)
                .build();
    }

    private Question type() {
        return Question.named("type")
                .mentioning(scene -> new Object[] {
                    scene.answers().get("application"),
                    answers.service(scene)
                            .map(service -> answers.described(scene, service))
                            .orElseGet(() -> scene.say("none"))
                })
                .choices(scene -> Stream.of("ClusterIP", "NodePort")
                        .map(type -> scene.choice(type, "type." + type))
                        .toList())
                .reading(answers::readType)
                .build();
    }

    private Question ports() {
        return Question.named("ports")
                .freeText()
                .choices(scene -> answers.usualPorts(scene).stream()
                        .map(ports -> Block.Choice.of("ports:" + ports, ports))
                        .toList())
                .orElse(answers::usualPorts)
                .reading(answers::readPorts)
                .build();
    }

    private List<Block> summary(Scene scene) {
        return List.of(
                scene.text(
                        "confirm.summary",
                        scene.answers().get("application"),
                        scene.answers().get("type"),
                        scene.answers().get("ports"),
                        answers.service(scene)
                                .map(service -> answers.described(scene, service))
                                .orElseGet(() -> scene.say("none"))),
                releasing.text(scene));
    }

    private List<Block> done(Scene scene, Application application) {
        return List.of(
                scene.text("done", application.name(), String.join(", ", application.addresses())),
                new Block.Choices(List.of(
                        Releasing.status(scene, application.name()), Releasing.undo(scene, application.name()))));
    }
}
